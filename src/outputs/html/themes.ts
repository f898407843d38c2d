/** Colours that a person may choose for a page; `system` are those of the device. */
export const themes = ['system', 'light', 'dark'] as const;
