import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type ClientList, type ColumnRoles, routes } from '../api.ts';
import { ask } from './ask.ts';
import { writeEdit } from './conflict.tsx';
import { takeFiles, takeLines } from './intake.ts';
import { isWord, say } from './language.ts';
import { DropPlace, Figure } from './parts.tsx';
import { PlanCard } from './plan.tsx';
import { quoteText } from './quote.ts';
import { clients, networkTitle, planAnswer, workspace } from './things.ts';
import { attempt } from './told.ts';

/** The list of clients: how it comes in, what its columns became, and what reading it would take. */
export function ClientsStep(): JSX.Element {
  const known = workspace.value.value;
  const isThere = known !== null && known.clients !== null;
  useEffect(() => void clients.load(), []);
  useEffect(() => void (isThere && planAnswer.load()), [isThere]);
  const list = clients.value.value;
  if (known !== null && !isThere && (list === null || list.file === null)) return <Welcome />;
  if (known === null || list === null) return <p class="empty">{say('app.loading')}</p>;
  return (
    <>
      {list.failure === null ? <Read list={list} /> : <p class="failed">{quoteText(list.failure.message)}</p>}
      <section class="card" aria-labelledby="another-h">
        <h3 id="another-h">{say('app.clients.another')}</h3>
        <DropPlace zone="clients" label={say('app.clients.choose')} onFiles={(all) => void takeFiles('clients', all)}>
          <p>{say('app.clients.replace')}</p>
        </DropPlace>
        <Lines />
      </section>
    </>
  );
}

function Welcome(): JSX.Element {
  return (
    <div class="welcome">
      <DropPlace zone="clients" label={say('app.clients.choose')} onFiles={(all) => void takeFiles('clients', all)}>
        <p class="large">{say('app.clients.drop')}</p>
        <p class="soft">{say('app.clients.any')}</p>
      </DropPlace>
      <div class="two">
        <section class="card" aria-labelledby="lines-h">
          <h3 id="lines-h">{say('app.clients.lines')}</h3>
          <Lines />
        </section>
        <section class="card" aria-labelledby="demo-h">
          <h3 id="demo-h">{say('app.demo')}</h3>
          <p>{say('app.demo.text')}</p>
          <button type="button" onClick={() => void startDemo()}>
            {say('app.demo.start')}
          </button>
        </section>
      </div>
      <p class="soft">{say('app.privacy')}</p>
    </div>
  );
}

async function startDemo(): Promise<void> {
  await attempt(async () => {
    await ask('POST', routes.demo);
    await Promise.all([workspace.load(), clients.load(), planAnswer.load()]);
  });
}

function Lines(): JSX.Element {
  const text = useSignal('');
  return (
    <form
      class="lines"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.value.trim() !== '') void takeLines(text.value).then(() => (text.value = ''));
      }}
    >
      <label>
        {say('app.clients.pasteHere')}
        <textarea
          rows={4}
          value={text.value}
          placeholder="Ada Quince; https://bsky.app/profile/adaquince.sky.example"
          spellcheck={false}
          onInput={({ currentTarget: { value } }) => (text.value = value)}
        />
      </label>
      <button type="submit" disabled={text.value.trim() === ''}>
        {say('app.clients.useLines')}
      </button>
    </form>
  );
}

function Read({ list }: { list: ClientList }): JSX.Element {
  const { clients: counted, problems } = list;
  return (
    <>
      <PlanCard />
      <section class="card" aria-labelledby="columns-h">
        <h3 id="columns-h">{say('app.columns')}</h3>
        <dl class="figures">
          <Figure value={counted?.clients ?? 0} label={say('figure.clients')} />
          <Figure value={problems.length} label={say('app.problems', { n: problems.length })} />
        </dl>
        <p class="soft">
          {say('app.columns.text')} <bdi>{list.file}</bdi>
        </p>
        <Columns list={list} />
        <Doubts list={list} />
      </section>
      {problems.length === 0 ? null : <Problems list={list} />}
    </>
  );
}

/** Every column with its first cells, and what it was taken for. */
function Columns({ list }: { list: ClientList }): JSX.Element | null {
  if (list.table === null) return null;
  return (
    <ul class="columns">
      {list.table.columns.map(({ heading, role, by }, index) => (
        <li key={`${index} ${heading}`} class={role === null ? 'unused' : 'used'}>
          <label>
            <span class="heading">
              <bdi>{heading === '' ? say('app.columns.nameless', { n: index + 1 }) : heading}</bdi>
            </span>
            <select
              value={role ?? 'ignore'}
              onChange={({ currentTarget: { value } }) => void setRole(list, heading, value)}
            >
              {rolesFor(list, role).map((each) => (
                <option key={each} value={each}>
                  {roleWord(each)}
                </option>
              ))}
            </select>
          </label>
          <small>{by === null ? say('app.columns.by.nobody') : say(`app.columns.by.${by}`)}</small>
          <p class="samples soft">
            <bdi>{(list.samples[index] ?? []).filter((cell) => cell !== '').join(' · ')}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}

const rolesFor = ({ roles }: ClientList, role: string | null): string[] => [
  ...new Set(['ignore', ...roles, ...(role === null ? [] : [role])]),
];

function roleWord(role: string): string {
  const network = /^network:(.+)$/.exec(role)?.[1];
  if (network !== undefined) return say('app.role.network', { network: networkTitle(network) });
  const key: string = `app.role.${role}`;
  return isWord(key) ? say(key) : role;
}

async function setRole(list: ClientList, heading: string, role: string): Promise<void> {
  const written = await writeEdit<ClientList>({
    write: (over) =>
      ask('PUT', routes.columns, { version: (over ?? list).version, roles: { [heading]: role } } satisfies ColumnRoles),
    describe: ({ table }) =>
      table?.columns.map((each) => `${each.heading}: ${roleWord(each.role ?? 'ignore')}`).join('\n') ?? '',
    mine: `${heading}: ${roleWord(role)}`,
  });
  if (written === null) return clients.refresh();
  clients.set(written);
  void planAnswer.load();
}

/** Rows of which nobody can tell whether they are about one person. */
function Doubts({ list }: { list: ClientList }): JSX.Element | null {
  const doubts = list.clients?.doubts ?? [];
  if (doubts.length === 0) return null;
  return (
    <details>
      <summary>{say('app.doubts', { n: doubts.length })}</summary>
      <ul>
        {doubts.slice(0, 100).map(({ client, lines, together, differs }) => (
          <li key={`${client} ${lines.join(' ')}`}>
            <bdi>{client}</bdi>: {say(together ? 'app.doubt.together' : 'app.doubt.apart', { lines: lines.join(', ') })}{' '}
            {say(`app.doubt.${differs}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** More than this a person reads in problems.csv. */
const mostProblems = 200;

function Problems({ list: { problems } }: { list: ClientList }): JSX.Element {
  return (
    <section class="card" aria-labelledby="problems-h">
      <h3 id="problems-h">
        {say('problems')} <small>{problems.length}</small>
      </h3>
      <ul class="problems">
        {problems.slice(0, mostProblems).map(({ line, value, problem, whatToDo }, index) => (
          <li key={index}>
            <span class="line">{line > 0 ? say('app.line', { line }) : say('app.wholeFile')}</span>
            <div>
              {value === '' ? null : (
                <p>
                  <bdi class="cited">{value}</bdi>
                </p>
              )}
              <p class="sentence">
                <strong>{quoteText(problem)}</strong>
              </p>
              <p class="sentence soft">{quoteText(whatToDo)}</p>
            </div>
          </li>
        ))}
      </ul>
      {problems.length > mostProblems ? (
        <p class="soft">{say('problems.cut', { shown: mostProblems, all: problems.length })}</p>
      ) : null}
    </section>
  );
}
