import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { themes } from '../../outputs/html/themes.ts';
import { ByHandStep } from './by-hand.tsx';
import { ClientsStep } from './clients.tsx';
import { ConflictDialog } from './conflict.tsx';
import { DecidingStep } from './deciding.tsx';
import { DropAnywhere } from './drop.tsx';
import { FilesStep } from './files.tsx';
import { language, languageTitles, say, speak } from './language.ts';
import { PlacingStep } from './placing.tsx';
import { ReadingStep } from './reading.tsx';
import { type StepName, isOpen, progressOf, step, stepNames } from './steps.ts';
import { theme } from './theme.ts';
import { workspace } from './things.ts';
import { ToldLine } from './told-line.tsx';

const screens: Record<StepName, () => JSX.Element> = {
  clients: ClientsStep,
  reading: ReadingStep,
  hand: ByHandStep,
  deciding: DecidingStep,
  placing: PlacingStep,
  files: FilesStep,
};

/** Everything that stands on the page. */
export function Shell(): JSX.Element {
  const Screen = screens[step.value];
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        {say('app.skip')}
      </a>
      <header>
        <div>
          <h1>{say('title')}</h1>
          <p class="soft">
            {workspace.value.value?.isDemo === true ? say('app.isDemo') : <bdi>{workspace.value.value?.folder}</bdi>}
          </p>
        </div>
        <Switches />
      </header>
      <nav class="steps" aria-label={say('app.steps')}>
        <ol>
          {stepNames.map((name, index) => (
            <li key={name}>
              <StepLink name={name} number={index + 1} />
            </li>
          ))}
        </ol>
      </nav>
      <main id="main" tabIndex={-1}>
        <Heading />
        <Screen />
      </main>
      <footer>
        <p class="soft">{say('app.footer')}</p>
      </footer>
      <ToldLine />
      <ConflictDialog />
      <DropAnywhere />
    </>
  );
}

function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

/** The heading of the step, which gets the focus when another step was chosen. */
function Heading(): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) heading.current?.focus({ preventScroll: true });
    isFirst.current = false;
    scrollTo({ top: 0 });
  }, [step.value]);
  return (
    <h2 ref={heading} tabIndex={-1} class="unseen">
      {say(`app.step.${step.value}`)}
    </h2>
  );
}

function StepLink({ name, number }: { name: StepName; number: number }): JSX.Element {
  const far = progressOf(name);
  const content = (
    <>
      <span class="step-number" aria-hidden="true">
        {number}
      </span>
      <span class="step-name">{say(`app.step.${name}`)}</span>
      {far === '' ? null : <small>{far}</small>}
    </>
  );
  if (!isOpen(name)) return <span class="step closed">{content}</span>;
  return (
    <a class="step" href={`#${name}`} aria-current={step.value === name ? 'step' : undefined}>
      {content}
    </a>
  );
}

function Switches(): JSX.Element {
  return (
    <div id="switches">
      <label>
        {say('language')}
        <select
          value={language.value}
          onChange={({ currentTarget: { value } }) => {
            localStorage.setItem('language', value);
            void speak(value);
          }}
        >
          {languageTitles.map(({ code, title }) => (
            <option key={code} value={code} lang={code}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <label>
        {say('theme')}
        <select
          value={theme.value}
          onChange={({ currentTarget: { value } }) => (theme.value = themes.find((each) => each === value) ?? 'system')}
        >
          {themes.map((each) => (
            <option key={each} value={each}>
              {say(`theme.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
