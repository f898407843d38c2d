import { render } from 'preact';
import { Shell } from './shell.tsx';
import { preferredLanguage, speak } from './language.ts';
import { loadSentences } from './quote.ts';
import { listen, runState, workspace } from './things.ts';

const root = document.querySelector('#page');
await Promise.all([workspace.load(), runState.load(), speak(preferredLanguage())]);
if (root) render(<Shell />, root);
listen();
await loadSentences();
