import { normaliseName } from '../text/normalise.ts';

/** The one spelling under which a customer is known. */
export const customerKey = (text: string): string => (/^[!-~]*$/.test(text) ? text.toLowerCase() : normaliseName(text));
