import { expect, test } from 'vitest';
import { identifyProfile, identifyResource } from '../../src/inputs/identify.ts';
import { networks } from '../../src/networks/index.ts';

const idOf = (text: string): string | null => {
  const found = identifyResource(text, networks);
  return found && 'id' in found ? `${found.network} ${found.id}` : null;
};

const tracked =
  `gclid=EAIa dclid=CJ1 gbraid=0AAA wbraid=0BBB gad_source=1 gad_campaignid=22 srsltid=AfmB _ga=2.1 _gl=1*a
  fbclid=IwAR fb_ref=x igshid=MzR igsh=a mibextid=Zb msclkid=1 twclid=2 li_fat_id=3 ttclid=4 epik=5 rdt_cid=6 ScCid=7
  yclid=8 ysclid=9 ymclid=10 _openstat=YTti openstat_campaign=1 rb_clickid=11 erid=12 roistat=13 utm_source=mail
  UTM_Medium=post utm_id=1 utm_social-type=a mtm_campaign=b matomo_source=c pk_campaign=d pk_kwd=e piwik_kwd=f hsa_acc=1
  hsa_cam=2 _hsenc=p _hsmi=3 hsCtaTracking=q __hstc=1 mkt_tok=NDE mc_cid=4 mc_eid=5 vero_id=6 _kx=7 ck_subscriber_id=8
  ml_subscriber=9 oly_enc_id=1 s_kwcid=AL wt_mc=a xtor=RSS-1 at_medium=b itm_source=c irclickid=d wickedid=e spm=f
  elqTrackId=g dm_i=h bsft_clkid=i sc_lid=j cmpid=k si=AbCdEf1234567890 __s=abc123
  tblci=Gi dicbo=v4 obOrigUrl=true _ke=eyJ _bta_tid=1 yadclid=2 bd_vid=3 etcc_cmp=a etcc_med=b`
    .trim()
    .split(/\s+/);

test.each(tracked)('a page stays one page with %s', (parameter) => {
  const page = idOf('https://letter.example/issue?id=4');
  expect(page).not.toBeNull();
  expect(idOf(`https://letter.example/issue?id=4&${parameter}`)).toBe(page);
  expect(idOf(`https://letter.example/issue?${parameter}&id=4`)).toBe(page);
  expect(idOf(`https://letter.example/issue/?${parameter}#top`)).toBe(idOf('https://letter.example/issue'));
});

test.each(
  `id=5 p=12 page=2 ref=main source=rss from=2024 tag=roses q=utm_source lang=de mc=1 si=en si=12 __s=a v=gclid pk=7 utm
   hsa=1 campaign=roses code=1 gl=1 ga=1 cid=9`.split(/\s+/),
)('a page is another one with %s, which may say what it shows', (parameter) => {
  expect(idOf(`https://letter.example/issue?${parameter}`)).not.toBe(idOf('https://letter.example/issue'));
  expect(idOf(`https://letter.example/issue?${parameter}`)).not.toBeNull();
});

test.each([
  [
    'https://garden.example/',
    'http://www.garden.example',
    'GARDEN.example/#top',
    '//garden.example./',
    'm.garden.example',
  ],
  ['https://bücher.example/läse', 'https://xn--bcher-kva.example/l%C3%A4se/', 'BÜCHER.example/la\u0308se'],
  ['https://garden.example/%7Eanna', 'garden.example/~anna', 'https://mobile.garden.example/%7eanna/'],
  ['https://garden.example/?b=2&a=1', 'garden.example?a=1&b=2'],
])('%s is one page, however it is written', (...spellings) => {
  expect(new Set(spellings.map(idOf)).size).toBe(1);
  expect(idOf(spellings[0] ?? '')).toMatch(/^web /);
});

test.each([
  ['https://anna:secret@garden.example/plan', 'a user name or a password'],
  ['http://anna@garden.example', 'a user name or a password'],
  ['https://anna:secret@t.me/gardenletter', 'a user name or a password'],
  ['\\\\server\\share\\plan.docx', 'a file or a folder'],
  ['\\\\nas.garden.example\\share', 'a file or a folder'],
  ['\\\\t.me\\gardenletter', 'a file or a folder'],
  ['file://nas.garden.example/share', 'a file or a folder'],
  ['file:///C:/garden.example', 'a file or a folder'],
  ['C:\\garden.example\\plan', 'a file or a folder'],
  ['smb://nas.garden.example/share', 'a file or a folder'],
  ['ftp://garden.example/plan', 'a file or a folder'],
])('%s is no page: %s', (text, why) => {
  expect(identifyResource(text, networks)).toEqual({ reason: expect.stringContaining(why) as string });
  expect(identifyProfile(text, networks)).toBeNull();
});

test.each([
  'mailto:anna@garden.example',
  'tel:+4930123456',
  'whatsapp://send?phone=4930123456',
  '12.11.2025',
  '3.500,00',
])('%s is no page', (text) => expect(identifyResource(text, networks)).toBeNull());
