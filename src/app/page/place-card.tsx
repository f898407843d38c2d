import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { type PlaceDetail, type Placing, routes } from '../api.ts';
import { ask, pathOf } from './ask.ts';
import { StatusChoice } from './board.tsx';
import { say, sayDay } from './language.ts';
import { sayNext, sayStep } from './next-words.ts';
import { writeOutreach } from './outreach.ts';
import { Copy, Outward } from './parts.tsx';
import { quoteEach, quoteLaws } from './quote.ts';
import { PitchText, TeaserTexts } from './texts.tsx';
import { networkTitle, placing } from './things.ts';
import { attempt } from './told.ts';

/** All for publishing on one resource. */
export function PlaceCard({ url, onClose }: { url: string; onClose: () => void }): JSX.Element {
  const detail = useSignal<PlaceDetail | null>(null);
  const answer = placing.value.value;
  const reload = async (): Promise<void> => {
    await attempt(async () => (detail.value = await ask<PlaceDetail>('GET', pathOf(routes.place, {}, { url }))));
  };
  useEffect(() => void reload(), [url, answer]);
  const place = answer?.places.find((each) => each.url === url);
  if (place === undefined) return <p class="empty">{say('app.loading')}</p>;
  const { title, resource, network, next } = place;
  return (
    <article class="card" aria-labelledby="place-h">
      <button type="button" class="close" onClick={onClose}>
        {say('app.backToList')}
      </button>
      <h3 id="place-h">
        <Outward to={url}>{title ?? resource}</Outward>
      </h3>
      <p class="soft">
        {networkTitle(network)} · <bdi>{resource}</bdi>
      </p>
      <p class="next">
        <strong>{sayNext(next.text)}</strong>
        {next.date === null ? '' : ` · ${sayDay(next.date)}`}
      </p>
      <Contact place={place} />
      <Checklist place={place} steps={answer?.steps ?? []} statuses={answer?.statuses ?? []} />
      {detail.value === null ? (
        <p class="empty">{say('app.loading')}</p>
      ) : (
        <Texts detail={detail.value} reload={reload} />
      )}
    </article>
  );
}

function Contact({ place: { contact } }: { place: Placing }): JSX.Element {
  return (
    <section aria-labelledby="contact-h">
      <h4 id="contact-h">{say('contact')}</h4>
      {contact === null ? (
        <p class="soft">{say('app.contact.none')}</p>
      ) : (
        contact.split(/;\s+/).map((each) => (
          <p key={each} class="with-copy">
            {/^https?:/.test(each) ? <Outward to={each}>{each}</Outward> : <bdi>{each}</bdi>}{' '}
            <Copy text={each} label={say('app.copy')} />
          </p>
        ))
      )}
    </section>
  );
}

const isDone = (cell: { state: string; date: string } | undefined): boolean =>
  cell !== undefined && (cell.state !== '' || cell.date !== '');

/** The steps of the method, and where the contact stands. */
function Checklist({ place, steps, statuses }: { place: Placing; steps: string[]; statuses: string[] }): JSX.Element {
  const { outreach } = place;
  const today = new Date().toISOString().slice(0, 10);
  return (
    <section aria-labelledby="todo-h">
      <h4 id="todo-h">{say('app.todo')}</h4>
      <ul class="checklist">
        {steps.map((step) => {
          const cell = outreach.steps[step];
          return (
            <li key={step}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={isDone(cell)}
                  onChange={({ currentTarget: { checked } }) =>
                    void writeOutreach(place, {
                      steps: { [step]: checked ? { state: 'done', date: today } : { state: '', date: '' } },
                    })
                  }
                />
                {sayStep(step)}
              </label>
              {isDone(cell) ? (
                <label>
                  <span class="unseen">
                    {say('app.todo.day')} {sayStep(step)}
                  </span>
                  <input
                    type="date"
                    value={cell?.date ?? ''}
                    onChange={({ currentTarget: { value } }) =>
                      void writeOutreach(place, { steps: { [step]: { state: cell?.state || 'done', date: value } } })
                    }
                  />
                </label>
              ) : null}
            </li>
          );
        })}
      </ul>
      <div class="filters">
        <StatusField place={place} statuses={statuses} />
        <Cell place={place} cell="placement" label={say('app.placement')} />
        <Cell place={place} cell="note" label={say('note')} />
      </div>
    </section>
  );
}

const StatusField = ({ place, statuses }: { place: Placing; statuses: string[] }): JSX.Element => (
  <div class="field">
    <span aria-hidden="true">{say('app.status')}</span>
    <StatusChoice place={place} statuses={statuses} />
  </div>
);

function Cell({ place, cell, label }: { place: Placing; cell: 'placement' | 'note'; label: string }): JSX.Element {
  return (
    <label>
      {label}
      <input
        type={cell === 'placement' ? 'url' : 'text'}
        value={place.outreach[cell]}
        onChange={({ currentTarget: { value } }) => void writeOutreach(place, { [cell]: value.trim() })}
      />
    </label>
  );
}

function Texts({ detail, reload }: { detail: PlaceDetail; reload: () => Promise<void> }): JSX.Element {
  const { posts, questions, authorRules, authorPage, lawful } = detail;
  return (
    <>
      {posts.length === 0 ? null : (
        <section aria-labelledby="posts-h">
          <h4 id="posts-h">{say('app.posts')}</h4>
          <ul>
            {posts.map(({ url, why }) => (
              <li key={url}>
                <Outward to={url}>{url}</Outward> <small class="soft">{quoteEach(why)}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
      {questions === '' ? null : (
        <section aria-labelledby="questions-h">
          <h4 id="questions-h">{say('app.questions')}</h4>
          <p class="cited">
            <bdi>{questions}</bdi>
          </p>
          <Copy text={questions} label={say('app.copy')} />
        </section>
      )}
      {authorRules === '' && authorPage === null ? null : (
        <section aria-labelledby="rules-h">
          <h4 id="rules-h">{say('app.rules')}</h4>
          <p class="cited">{authorRules}</p>
          {authorPage === null ? null : <Outward to={authorPage}>{authorPage}</Outward>}
        </section>
      )}
      {lawful === '' ? null : (
        <section aria-labelledby="law-h">
          <h4 id="law-h">{say('lawful')}</h4>
          {quoteLaws(lawful).map((law) => (
            <p key={law}>{law}</p>
          ))}
        </section>
      )}
      <PitchText detail={detail} reload={reload} />
      <TeaserTexts detail={detail} reload={reload} />
    </>
  );
}
