import { effect, signal } from '@preact/signals';
import { themes } from '../../outputs/html/themes.ts';

type Theme = (typeof themes)[number];

const remembered = (): Theme => themes.find((theme) => theme === localStorage.getItem('theme')) ?? 'system';

/** The colours of the page. */
export const theme = signal<Theme>(remembered());

effect(() => {
  document.documentElement.dataset['theme'] = theme.value;
  localStorage.setItem('theme', theme.value);
});
