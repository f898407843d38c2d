const address = /https?:\/\/[^\s<>"]{1,2000}/gi;

/** The addresses that stand in a text, without the sign that ends a sentence. */
export const writtenAddresses = (text: string): string[] =>
  [...text.matchAll(address)].map(([found]) => found.replace(/[.,;:!?)\]»”]$/, ''));
