const mail = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;

/** Mail addresses in a text, in order. */
export const mailsIn = (text: string): string[] => text.match(mail) ?? [];
