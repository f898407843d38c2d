import { render } from 'preact';
import { Shell } from './shell.tsx';
import { language, preferredLanguage, speak } from './language.ts';
import { loadSentences } from './quote.ts';
import { listen, runState, workspace } from './things.ts';

const root = document.querySelector('#page');
await Promise.all([workspace.load(), runState.load(), speak(preferredLanguage(null))]);
const preferred = preferredLanguage(workspace.value.value?.language ?? null);
if (preferred !== language.value) await speak(preferred);
if (root) render(<Shell />, root);
listen();
await loadSentences();
