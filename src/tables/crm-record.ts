/** Hosts of CRM and mailing programs, whose exports link every row to its record. */
const hosts =
  /^(?:[^/]+\.)?(?:hubspot\.com|lightning\.force\.com|my\.salesforce\.com|salesforce\.com|pipedrive\.com|mailchimp\.com|list-manage\.com|amocrm\.(?:ru|com)|kommo\.com|bitrix24\.[a-z]{2,3}(?:\.[a-z]{2})?|crm\.zoho\.[a-z]{2,3}|dynamics\.com|unisender\.com|sendpulse\.com)$/i;

/** Whether an address is a record within a CRM, or a link of a mailing: neither is anybody's profile. */
export function crmRecord(text: string): boolean {
  const [, host = ''] = /^https?:\/\/([^/?#:]+)/i.exec(text) ?? [];
  return hosts.test(host);
}
