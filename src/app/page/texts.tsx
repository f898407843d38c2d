import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Teaser } from '../../types/report.ts';
import { type MeasuredText, type TextToMeasure, routes } from '../api.ts';
import { ask } from './ask.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { say } from './language.ts';
import { Copy, Outward } from './parts.tsx';
import { attempt } from './told.ts';

interface Texts {
  url: string;
  part: string;
  label: string;
  /** As the program made it. */
  made: string;
  rows: number;
  copyLabel: string;
  /** Null where its length does not matter. */
  measure: MeasuredText | null;
}

/** A text that can be edited before it is copied; its length is counted as the network counts it. */
function EditedText({ url, part, label, made, rows, copyLabel, measure }: Texts): JSX.Element {
  const draft = useSignal(draftOf(url, part));
  const text = draft.value ?? made;
  const measured = useSignal(measure);
  const asked = useRef(0);
  const isCounted = measure !== null;
  useEffect(() => {
    const number = ++asked.current;
    if (!isCounted || text === made) {
      measured.value = measure;
      return;
    }
    void attempt(async () => {
      const answer = await ask<MeasuredText>('POST', routes.measure, { url, text } satisfies TextToMeasure);
      if (number === asked.current) measured.value = answer;
    });
  }, [text, made, url, isCounted]);
  const write = (value: string): void => {
    draft.value = value === made ? null : value;
    keepDraft(url, part, draft.value);
  };
  const id = `${part}-length`;
  const isLong = measured.value?.fits === false;
  return (
    <div class={isLong ? 'edited long' : 'edited'}>
      <label>
        {label}
        <textarea
          rows={rows}
          value={text}
          aria-describedby={isCounted ? id : undefined}
          aria-invalid={isLong}
          onInput={({ currentTarget: { value } }) => write(value)}
        />
      </label>
      <p class="actions">
        <Copy text={text} label={copyLabel} />
        {text === made ? null : (
          <button type="button" class="link" onClick={() => write(made)}>
            {say('app.text.back')}
          </button>
        )}
        {measured.value === null ? null : (
          <span id={id} class="length" role="status">
            <Length measured={measured.value} />
          </span>
        )}
      </p>
      {text === made ? null : <p class="soft">{say('app.text.here')}</p>}
    </div>
  );
}

function Length({ measured: { length, limit, limitWithPicture, fits } }: { measured: MeasuredText }): JSX.Element {
  if (limit === null) return <>{say('teaserFree', { length })}</>;
  return (
    <>
      <meter min={0} max={limit} value={Math.min(length, limit)} aria-hidden="true" />{' '}
      {say('teaserLength', { length, limit })}
      {fits === false ? <strong> {say('teaserLong')}</strong> : null}
      {fits !== false && limitWithPicture !== null && length > limitWithPicture
        ? ` ${say('app.text.picture', { limit: limitWithPicture })}`
        : null}
    </>
  );
}

/** The letter of a note, which has more sections than that; all of it where a person has made it their own. */
function letterIn(note: string): string {
  const [, after] = note.split('\n## Pitch\n');
  const [section = ''] = (after ?? note).split('\n## ');
  const [, fence, text = ''] = /^(`{3,})text\n([^]*)/m.exec(section) ?? [];
  if (after === undefined || fence === undefined) return note;
  const end = text.indexOf(`\n${fence}`);
  return end < 0 ? note : text.slice(0, end);
}

/** The letter to whoever runs the resource. */
export function PitchText({
  url,
  pitch,
  lacks,
}: {
  url: string;
  pitch: string | null;
  lacks: string | null;
}): JSX.Element {
  return (
    <section aria-labelledby="pitch-h">
      <h4 id="pitch-h">{say('app.pitch')}</h4>
      {lacks === null || lacks === '' ? null : (
        <p class="soft">
          {say('app.pitch.lacks')} {lacks}
        </p>
      )}
      {pitch === null ? null : (
        <EditedText
          url={url}
          part="pitch"
          label={say('app.pitch.text')}
          made={letterIn(pitch)}
          rows={10}
          copyLabel={say('app.pitch.copy')}
          measure={null}
        />
      )}
    </section>
  );
}

/** Every wording of the announcement, with its own link. */
export function TeaserTexts({ teasers, url }: { teasers: Teaser[]; url: string }): JSX.Element {
  return (
    <section aria-labelledby="teasers-h">
      <h4 id="teasers-h">{say('teaser')}</h4>
      {teasers.length === 0 ? <p class="soft">{say('app.teaser.none')}</p> : null}
      {teasers.map((teaser) => (
        <div key={teaser.variant} class="teaser">
          <EditedText
            url={url}
            part={`teaser-${teaser.variant}`}
            label={teasers.length > 1 ? say('app.teaser.variant', { n: teaser.variant }) : say('teaser')}
            made={teaser.teaser}
            rows={7}
            copyLabel={say('copy')}
            measure={measureOf(teaser)}
          />
          <Links teaser={teaser} />
        </div>
      ))}
    </section>
  );
}

const measureOf = ({ length, unit, limit, limitWithPicture, limitPaidAccount, fits }: Teaser): MeasuredText => ({
  length,
  unit,
  limit,
  limitWithPicture,
  limitPaidAccount,
  fits,
});

function Links({ teaser: { link, shortLink, warnings } }: { teaser: Teaser }): JSX.Element {
  return (
    <div class="links">
      <p class="with-copy">
        <span class="one-line">
          <Outward to={link}>{link}</Outward>
        </span>
        <Copy text={link} label={say('app.link.copy')} />
      </p>
      {shortLink === null ? null : (
        <p class="with-copy">
          <span class="one-line">
            <Outward to={shortLink}>{shortLink}</Outward>
          </span>
          <Copy text={shortLink} label={say('app.link.copyShort')} />
        </p>
      )}
      {warnings.map((each) => (
        <p key={each} class="warned">
          {each}
        </p>
      ))}
    </div>
  );
}
