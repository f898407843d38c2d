import { wordSet } from './address.ts';

/**
 * Query parameters that say where a visitor came from, not which page it is. Those that may select what a page shows
 * (`ref`, `source`, `from`, `id`, `tag`) are left out, whatever lists say of them.
 *
 * Compiled on 2026-11-28 from what three lists that are kept up have in common with the vendors' documents: AdGuard's URL
 * tracking filter (github.com/AdguardTeam/AdguardFilters, TrackParamFilter/sections/general_url.txt, 002b066), the
 * ClearURLs rules (github.com/ClearURLs/Rules, data.min.json, 0142868) and Brave's query filter
 * (github.com/brave/brave-core, components/query_filter/utils.cc). In lower case; case does not matter in an address.
 */
const names = [
  // Google: Ads, Analytics, Merchant Center, AMP
  `gclid gclsrc gbraid wbraid dclid gad_source gad_campaignid srsltid usqp _ga _gl _gac _gcl_au _gcl_aw gs_l
   ga_source ga_medium ga_term ga_content ga_campaign ga_place`,
  // Meta, Instagram
  `fbclid fb_action_ids fb_action_types fb_comment_id fb_ref fb_source mibextid action_object_map action_ref_map
   action_type_map igsh igshid ig_rid ig_mid`,
  // Microsoft, X, LinkedIn, TikTok, Pinterest, Reddit, Snapchat, Quora
  `msclkid twclid __twitter_impression ref_src ref_url li_fat_id ttclid epik rdt_cid sccid qclid`,
  // Yandex, VK, Mail.ru and what Russian shops use
  `yclid ysclid ymclid _openstat openstat frommarket rb_clickid vkclid erid roistat roistat_referrer roistat_pos
   calltouch_tm aiad_clid admitad_uid tagtag_uid mindbox-click-id mindbox-message-key`,
  // HubSpot, Marketo, Mailchimp, Klaviyo, Kit, MailerLite, Drip, Vero, Listrak, Eloqua, Emarsys, Dotdigital, Salesforce
  `_hsenc _hsmi __hsfp __hssc __hstc hsctatracking mkt_tok mc_cid mc_eid mc_tc _kx ck_subscriber_id ml_subscriber
   ml_subscriber_hash vero_conv vero_id trk_contact trk_msg trk_module trk_sid elqtrack elqtrackid elqaid elqat elqak
   elqcampaignid sc_src sc_lid sc_llid sc_uid sc_eh sc_customer dm_i et_rid sfmc_id sfmc_sub bbeml _bhlid ss_email_id
   vgo_ee wickedid wickedsource user_email_address _clde _cldee`,
  // Adobe, Coremetrics, comScore, AT Internet, Mapp, Parse.ly, Piano, Olytics, Chartbeat
  `s_cid s_kwcid ef_id sc_cid adobe_mc adobe_mc_ref adobe_mc_sdid cm_me cm_cr cm_mmc cm_mmca1 cm_mmca2 ns_source
   ns_mchannel ns_campaign ns_linkname ns_fee xtor wt_mc wt_zmc wtrid at_campaign at_medium at_creation at_format
   at_link_id at_link_origin at_link_type at_ptr_name at_recipient_id at_recipient_list at_custom1 at_custom2 at_custom3
   at_custom4 at_bbc_team itm_source itm_medium itm_campaign itm_content itm_term cx_click cx_recsorder cx_recswidget
   oly_anon_id oly_enc_id cmpid ncid echobox __io_lv _io_session_id tracking_source`,
  // Taboola, Outbrain, Bronto, Yandex Direct
  `tblci dicbo oborigurl _bta_tid _bta_c _ke yadclid yadordid bd_vid`,
  // Affiliate programmes and apps
  `irclickid irgwc ir_adid ir_campaignid ir_partnerid sscid awc tduid zanpid cjevent cjdata ranmid raneaid ransiteid
   _branch_match_id _branch_referrer gps_adid unicorn_click_id rtkcid spm famad_xuid vc_lpp ebisadid _zucks_suid
   asgtbndr oprtrack mkwid pcrid os_ehash ceneo_spo dpg_source dpg_medium dpg_campaign dpg_content hmb_source hmb_medium
   hmb_campaign guccounter guce_referrer guce_referrer_sig nx_source adfrom external_click_id`,
].map(wordSet);

/** Beginnings of names that a vendor keeps for itself: Urchin and its heirs, Matomo, Piwik, HubSpot's ads, openstat, Blueshift, etracker. */
const families = [
  'utm_',
  'mtm_',
  'matomo_',
  'piwik_',
  'pk_',
  'hsa_',
  'openstat_',
  'bsft_',
  'oft_',
  'adjust_',
  '_sgm_',
  'etcc_',
];

/** Short names that track only where their value is a token: the shares of YouTube and Spotify, the mails of Drip. */
const tokens = new Map([
  ['si', /^(?=.*[A-Z])[\w-]{11,}$/],
  ['__s', /^[a-z\d]{6,}$/i],
]);

/** Whether a parameter tells nothing of the page. */
function isTracking(parameter: string): boolean {
  const [[written, value] = ['', '']] = new URLSearchParams(parameter);
  const name = written.toLowerCase();
  return (
    names.some((known) => known.has(name)) ||
    families.some((start) => name.startsWith(start)) ||
    tokens.get(name)?.test(value) === true
  );
}

/** The address without such parameters; all others stay as they are. */
export function withoutTracking({ href, search }: URL): string {
  if (search === '') return href;
  const url = new URL(href);
  url.search = search
    .slice(1)
    .split('&')
    .filter((parameter) => !isTracking(parameter))
    .join('&');
  return url.href;
}
