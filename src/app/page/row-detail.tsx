import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { expectedIn, grouped, interval, percent, timesIn } from '../../outputs/html/phrase.ts';
import { decisionVerdicts } from '../../types/input.ts';
import type { DecidedRow, VerdictState } from '../api.ts';
import { say, sayDecimal } from './language.ts';
import { Outward } from './parts.tsx';
import { networkTitle } from './things.ts';

interface Detail {
  row: DecidedRow;
  onClose: () => void;
  onDecide: (row: DecidedRow, next: Pick<VerdictState, 'verdict' | 'note'>) => Promise<void>;
}

/** All that is known of one resource, and what a person decides of it. */
export function RowDetail({ row, onClose, onDecide }: Detail): JSX.Element {
  const { title, resource, url, network, rank, decision } = row;
  const note = useSignal(decision.note);
  return (
    <article class="card" aria-labelledby="detail-h">
      <button type="button" class="close" onClick={onClose}>
        {say('app.backToList')}
      </button>
      <h3 id="detail-h">
        {rank === null ? null : <span class="rank">{rank}</span>} <Outward to={url}>{title ?? resource}</Outward>
      </h3>
      <p class="soft">
        {networkTitle(network)} · <bdi>{resource}</bdi>
      </p>
      <p>
        <strong>{say(`verdict.${row.verdict}`)}:</strong> {say(`reason.${row.reason}`)}
      </p>
      <fieldset class="verdicts">
        <legend class="unseen">{say('app.decide')}</legend>
        {decisionVerdicts.map((verdict) => (
          <button
            key={verdict}
            type="button"
            aria-pressed={decision.verdict === verdict}
            onClick={() => void onDecide(row, { verdict, note: note.value })}
          >
            {say(`verdict.${verdict}`)}
          </button>
        ))}
        {decision.verdict === null ? null : (
          <button type="button" class="link" onClick={() => void onDecide(row, { verdict: null, note: note.value })}>
            {say('app.decide.rules')}
          </button>
        )}
      </fieldset>
      <label>
        {say('note')}
        <textarea
          rows={2}
          value={note.value}
          onInput={({ currentTarget: { value } }) => (note.value = value)}
          onChange={() => {
            if (decision.verdict !== null) void onDecide(row, { verdict: decision.verdict, note: note.value });
          }}
        />
      </label>
      <Facts row={row} />
    </article>
  );
}

function Facts({ row }: { row: DecidedRow }): JSX.Element {
  const { thirdParty, strength, lift, expectedByChance: expected } = row;
  const facts: [label: string, content: ComponentChildren][] = [
    [say('column.clients'), say('of', { k: row.customers, n: row.customersReadable })],
    [
      say('column.share'),
      <>
        {sayDecimal(percent(row.share))} <small class="soft">{sayDecimal(interval(row.shareLow, row.shareHigh))}</small>
      </>,
    ],
    [
      say('app.strength'),
      strength === null ? null : (
        <>
          <b class="mark">{say(`strength.${strength}`)}</b>
          {lift === null ? '' : ` ×${sayDecimal(timesIn(lift))}`}
          {expected === null ? null : (
            <small class="soft"> {say('chance.expected', { expected: expectedIn(expected) })}</small>
          )}
        </>
      ),
    ],
    [say('app.block'), row.block === null ? null : say(`app.block.${row.block}`)],
    [say('column.subscribers'), row.subscribers === null ? '?' : grouped(row.subscribers)],
    [
      say('column.kind'),
      <>
        {say(`kind.${thirdParty.kind}`)}
        {thirdParty.evidenceUrl === null ? null : (
          <>
            {' '}
            <Outward to={thirdParty.evidenceUrl}>{thirdParty.evidenceDate ?? '↗'}</Outward>
          </>
        )}
      </>,
    ],
    [say('topic'), row.relevance === null ? null : <Topic row={row} />],
    [
      say('sensitive'),
      row.sensitive.length === 0
        ? null
        : row.sensitive.map(({ subject, quote, url }) => (
            <p key={url}>
              {say(`subject.${subject}`)}: <q>{quote}</q> <Outward to={url}>↗</Outward>
            </p>
          )),
    ],
    [say('family'), row.family === null ? null : <Family row={row} />],
    [
      say('familyHint'),
      row.familyHints.length === 0
        ? null
        : row.familyHints.map(({ how, url }) => (
            <p key={url}>
              {say(`hint.${how}`)} <Outward to={url}>{url}</Outward>
            </p>
          )),
    ],
    [say('description'), row.description],
    [say('contact'), row.contact],
    [say('lastPost'), row.lastPost],
    [say('age'), row.ageDays === null || row.ageDays === 0 ? null : say('ageDays', { days: row.ageDays })],
    [say('wishes'), row.wishes.length === 0 ? null : row.wishes.join(', ')],
  ];
  return (
    <>
      {thirdParty.evidence.length === 0 ? null : (
        <section class="evidence" aria-label={say('evidence')}>
          <h4>{say('evidence')}</h4>
          {thirdParty.evidence.map(({ quote, author, url, at, class: kind }, index) => (
            <blockquote key={index}>
              <p>
                <bdi>{quote}</bdi>
              </p>
              <footer>
                {author === '' ? '' : <bdi>{author}, </bdi>}
                {say(`kind.${kind}`)} <Outward to={url}>{at ?? '↗'}</Outward>
              </footer>
            </blockquote>
          ))}
        </section>
      )}
      <dl class="facts">
        {facts
          .filter(([, content]) => content !== null && content !== '')
          .map(([label, content]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{typeof content === 'string' ? <bdi>{content}</bdi> : content}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

const Topic = ({ row: { relevance, matchedTerms } }: { row: DecidedRow }): JSX.Element => (
  <>
    {say('topic.share', { share: percent(relevance ?? 0) })}
    {matchedTerms.length > 0 ? `: ${matchedTerms.join(', ')}` : ''}
  </>
);

const Family = ({ row: { familyPages, familyCustomers } }: { row: DecidedRow }): JSX.Element => (
  <>
    {familyPages.map((url) => (
      <p key={url}>
        <Outward to={url}>{url}</Outward>
      </p>
    ))}
    {familyCustomers === null ? null : <small>{say('family.customers', { n: familyCustomers })}</small>}
  </>
);
