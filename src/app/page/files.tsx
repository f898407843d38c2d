import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type FilesAnswer, type OutputFileTold, routes } from '../api.ts';
import { ask, pathOf } from './ask.ts';
import { sayBytes } from './durations.ts';
import { isWord, say } from './language.ts';
import { Empty, Now } from './parts.tsx';
import { files } from './things.ts';
import { attempt } from './told.ts';

/** Everything that can be taken away: for oneself, and to pass on. */
export function FilesStep(): JSX.Element {
  useEffect(() => void files.load(), []);
  const answer = files.value.value;
  if (answer === null) return <p class="empty">{say('app.loading')}</p>;
  if (answer.files.length === 0) return <Empty>{say('app.files.none')}</Empty>;
  return (
    <>
      <Now
        action={
          <a class="button main" href={routes.reportPage} target="_blank" rel="noreferrer">
            {say('app.files.look')}
          </a>
        }
      >
        {say('app.files.now')}
      </Now>
      <section class="card" aria-labelledby="own-h">
        <h3 id="own-h">{say('app.files.own')}</h3>
        <p class="soft">
          {say('app.files.folder')} <bdi>{answer.folder}</bdi>
        </p>
        <Downloads files={answer.files} route={routes.file} />
      </section>
      <Shareable answer={answer} />
    </>
  );
}

/** Files that a person looks at first. */
const firstFiles = ['report.html', 'resources.xlsx', 'resources.csv', 'teasers.csv', 'outreach.csv', 'review.csv'];

/** What people open first, then the rest by name, and the letters folded away. */
function Downloads({ files: all, route }: { files: OutputFileTold[]; route: string }): JSX.Element {
  const [letters, others] = [
    all.filter(({ name }) => name.includes('/')),
    all.filter(({ name }) => !name.includes('/')),
  ];
  const first = others.filter(({ name }) => firstFiles.includes(name));
  const rest = others.filter(({ name }) => !firstFiles.includes(name));
  return (
    <>
      <FileList
        files={[...first.toSorted((a, b) => firstFiles.indexOf(a.name) - firstFiles.indexOf(b.name)), ...rest]}
        route={route}
      />
      {letters.length === 0 ? null : (
        <details>
          <summary>
            {say('app.files.letters')} <small>{letters.length}</small>
          </summary>
          <FileList files={letters} route={route} />
        </details>
      )}
    </>
  );
}

function FileList({ files: all, route }: { files: OutputFileTold[]; route: string }): JSX.Element {
  return (
    <ul class="downloads">
      {all.map(({ name, bytes }) => (
        <li key={name}>
          <a href={pathOf(route, { name })} download={name.replace(/^.*\//, '')}>
            {name}
          </a>{' '}
          <small class="soft">{sayBytes(bytes)}</small>
          <span class="soft">{purposeOf(name)}</span>
        </li>
      ))}
    </ul>
  );
}

function purposeOf(name: string): string {
  const key = `app.file.${name}`;
  return isWord(key) ? say(key) : '';
}

/** The version that may be passed on, which names nobody. */
function Shareable({ answer: { shareable } }: { answer: FilesAnswer }): JSX.Element {
  const isBusy = useSignal(false);
  const make = async (): Promise<void> => {
    isBusy.value = true;
    await attempt(async () => files.set(await ask<FilesAnswer>('POST', routes.shareable)));
    isBusy.value = false;
  };
  return (
    <section class="card" aria-labelledby="share-h">
      <h3 id="share-h">{say('app.files.share')}</h3>
      <p>{say('notice.shareable')}</p>
      <button type="button" disabled={isBusy.value} onClick={() => void make()}>
        {say(shareable === null ? 'app.files.make' : 'app.files.makeAgain')}
      </button>
      {shareable === null ? null : (
        <>
          <p class="audit" role="status">
            {shareable.audit.map(
              ({ code, networks, count }) =>
                `${say(`notice.${code}`, { networks: networks.join(', '), count: count ?? 0 })} `,
            )}
          </p>
          <Downloads files={shareable.files} route={routes.shareableFile} />
        </>
      )}
    </section>
  );
}
