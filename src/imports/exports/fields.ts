// Reads JSON of which any part may be missing or of another kind: an entry that lost a field is no reason to lose the list.

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const trimmedText = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
