import { useComputed, useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { HandTask } from '../../index.ts';
import type { IntakeAnswer } from '../api.ts';
import { brought, questions, readDropped, takeFiles, takeText } from './intake.ts';
import { say } from './language.ts';
import { DropPlace, Now, Outward } from './parts.tsx';
import { quoteText } from './quote.ts';
import { handSheet, networkTitle } from './things.ts';
import { attempt } from './told.ts';
import { Windowed } from './windowed.tsx';

interface ClientTask extends HandTask {
  client: string;
}

/** What a person opens and saves where no program may read, and what comes in. */
export function ByHandStep(): JSX.Element {
  useEffect(() => void handSheet.load(), []);
  const sheet = handSheet.value.value;
  return (
    <>
      <Now>
        {sheet === null
          ? say('app.loading')
          : sheet.work.pages === 0
            ? say('sheet.lead.done')
            : `${say('sheet.lead', { blank: sheet.blank, clients: sheet.clients })} ${say(sheet.work.clients > 0 ? 'sheet.lead.work' : 'app.hand.work', { pages: sheet.work.pages, minutes: sheet.work.minutes, n: sheet.work.clients })}`}
      </Now>
      <Questions />
      <section class="card" aria-labelledby="came-h">
        <h3 id="came-h">{say('app.hand.dropHere')}</h3>
        <DropPlace zone="intake" label={say('app.hand.choose')} onFiles={(all) => void takeFiles('intake', all)}>
          <p>{say('app.hand.any')}</p>
        </DropPlace>
        <Screen />
        <Brought />
      </section>
      <details class="card">
        <summary>{say('sheet.how')}</summary>
        <ol>
          <li>{say('sheet.how.open')}</li>
          <li>{say('sheet.how.scroll')}</li>
          <li>{say('app.hand.save')}</li>
        </ol>
        <p class="soft">{say('sheet.private')}</p>
      </details>
      <Tasks />
    </>
  );
}

/** The text of a screen, for where a page cannot be saved. */
function Screen(): JSX.Element {
  const text = useSignal('');
  return (
    <details>
      <summary>{say('app.hand.text')}</summary>
      <form
        class="lines"
        onSubmit={(event) => {
          event.preventDefault();
          void takeText(text.value).then(() => (text.value = ''));
        }}
      >
        <label>
          {say('app.hand.pasteHere')}
          <textarea
            rows={4}
            value={text.value}
            spellcheck={false}
            onInput={({ currentTarget: { value } }) => (text.value = value)}
          />
        </label>
        <button type="submit" disabled={text.value.trim() === ''}>
          {say('app.hand.useText')}
        </button>
      </form>
    </details>
  );
}

/** What each file of this visit was, in one line. */
function Brought(): JSX.Element | null {
  const lines = brought.value.flatMap(({ imported }) => imported.files);
  if (lines.length === 0) return null;
  return (
    <ul class="brought" aria-label={say('app.hand.brought')}>
      {lines.map(({ file, what, customer, added, read, problem, shows }, index) => (
        <li key={index} class={problem === null ? 'read' : 'unread'}>
          <bdi>{file.replace(/^.*\//, '')}</bdi>{' '}
          {problem === null ? (
            shows === null ? (
              <>
                <strong>{quoteText(what ?? '')}</strong> {customer === null ? null : <bdi>{customer}</bdi>}{' '}
                {say('app.hand.follows', { n: read, added })}
              </>
            ) : (
              say('app.hand.shows', { title: shows.title ?? shows.resource, posts: shows.posts })
            )
          ) : (
            <span class="soft">{quoteText(problem)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Whose files are, where nobody can tell: all of it asked in one place. */
function Questions(): JSX.Element | null {
  const chosen = useSignal<Record<string, string>>({});
  const { questions: open, customers } = questions.value;
  if (open.length === 0) return null;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const answers = Object.entries(chosen.value).map(([name, customer]) => ({ name, customer }));
    if (answers.length > 0) await attempt(() => readDropped(answers));
    chosen.value = {};
  };
  return (
    <section class="card asked" aria-labelledby="asked-h">
      <h3 id="asked-h">{say('app.hand.whose', { n: open.length })}</h3>
      <form onSubmit={(event) => void send(event)}>
        <datalist id="known-clients">
          {customers.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {open.map((question) => (
          <Question
            key={question.name}
            question={question}
            onAnswer={(customer) => {
              const { [question.name]: _, ...others } = chosen.value;
              chosen.value = customers.includes(customer) ? { ...others, [question.name]: customer } : others;
            }}
          />
        ))}
        <button type="submit" class="main" disabled={Object.keys(chosen.value).length === 0}>
          {say('app.hand.answer')}
        </button>
      </form>
    </section>
  );
}

function Question({
  question: { name, what, problem, whatToDo },
  onAnswer,
}: {
  question: IntakeAnswer['questions'][number];
  onAnswer: (customer: string) => void;
}): JSX.Element {
  return (
    <div class="question">
      <label>
        <span>
          <bdi>{name}</bdi> {what === null ? null : <small>{quoteText(what)}</small>}
        </span>
        <input
          list="known-clients"
          placeholder={say('app.hand.client')}
          autocomplete="off"
          onInput={({ currentTarget: { value } }) => onAnswer(value)}
        />
      </label>
      <small class="soft" title={quoteText(whatToDo)}>
        {quoteText(problem)}
      </small>
    </div>
  );
}

const rowHeight = 76;

/** The pages to open, client after client. */
function Tasks(): JSX.Element | null {
  const network = useSignal('');
  const text = useSignal('');
  const isAll = useSignal(false);
  const tasks = useComputed<ClientTask[]>(() => {
    const wanted = text.value.toLocaleLowerCase();
    return (handSheet.value.value?.people ?? [])
      .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
      .flatMap(({ name, tasks: all }) => all.map((task) => ({ ...task, client: name })))
      .filter((task) => network.value === '' || task.network === network.value)
      .filter((task) => isAll.value || (task.state === 'missing' && !task.spare));
  });
  const sheet = handSheet.value.value;
  if (sheet === null || sheet.people.length === 0) return null;
  return (
    <section aria-labelledby="tasks-h">
      <h3 id="tasks-h">{say('sheet.clients')}</h3>
      <form class="filters" role="search" onSubmit={(event) => event.preventDefault()}>
        <label>
          {say('search')}
          <input type="search" value={text.value} onInput={({ currentTarget: { value } }) => (text.value = value)} />
        </label>
        <label>
          {say('column.network')}
          <select value={network.value} onChange={({ currentTarget: { value } }) => (network.value = value)}>
            <option value="">{say('everything')}</option>
            {sheet.networks.map(({ network: id }) => (
              <option key={id} value={id}>
                {networkTitle(id)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say('sheet.show')}
          <select
            value={isAll.value ? 'all' : ''}
            onChange={({ currentTarget: { value } }) => (isAll.value = value === 'all')}
          >
            <option value="">{say('sheet.show.missing')}</option>
            <option value="all">{say('sheet.show.all')}</option>
          </select>
        </label>
        <p class="soft" role="status">
          {say('app.hand.shown', { n: tasks.value.length })}
        </p>
      </form>
      <Windowed
        id="tasks"
        role="list"
        label={say('sheet.clients')}
        count={tasks.value.length}
        height={rowHeight}
        rowAt={(index) => {
          const task = tasks.value[index];
          return task === undefined ? null : <Task task={task} />;
        }}
      />
    </section>
  );
}

function Task({ task: { client, network, list, way, address, state, spare } }: { task: ClientTask }): JSX.Element {
  const what = state === 'missing' && spare ? 'spare' : state;
  return (
    <div class={`task ${what}`}>
      <p>
        <strong>
          <bdi>{client}</bdi>
        </strong>{' '}
        {networkTitle(network)}: {say(`sheet.list.${list}`)} <b class="mark">{say(`sheet.state.${what}`)}</b>
      </p>
      <p class="one-line">
        <Outward to={address}>{address}</Outward>{' '}
        {state === 'missing' ? <small class="soft">{say(`sheet.way.${way}`)}</small> : null}
      </p>
    </div>
  );
}
