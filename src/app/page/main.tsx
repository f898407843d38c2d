import { render } from 'preact';
import { Shell } from './shell.tsx';
import { language, preferredLanguage, speak } from './language.ts';
import { loadSentences } from './quote.ts';
import { listen, runState, workspace } from './things.ts';

const root = document.querySelector('#page');
const told = Promise.all([workspace.load(), runState.load()]);
await speak(preferredLanguage(null));
// The program's library may still be loading: the page is there meanwhile.
if (root) render(<Shell />, root);
await told;
const preferred = preferredLanguage(workspace.value.value?.language ?? null);
if (preferred !== language.value) await speak(preferred);
listen();
await loadSentences();
