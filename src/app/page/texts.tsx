import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Teaser } from '../../types/report.ts';
import { type MeasuredText, type PlaceDetail, type TextToMeasure, longestWording, routes } from '../api.ts';
import { ask } from './ask.ts';
import { draftOf, keepDraft } from './drafts.ts';
import { say } from './language.ts';
import { Copy, Outward } from './parts.tsx';
import { quoteEach, quoteText } from './quote.ts';
import { attempt } from './told.ts';
import { letterOf, takeBackNote, takeBackWording, writeLetter, writeWording } from './written-texts.ts';

interface Texts {
  url: string;
  part: string;
  label: string;
  /** What a file or the program says now. */
  present: { text: string; version: string };
  rows: number;
  longest: number;
  copyLabel: string;
  /** How long a text is that was counted before; null where the length of a text does not matter. */
  known: { text: string; measured: MeasuredText } | null;
  /** Whose the present text is, and what can be done about it. */
  below: ComponentChildren;
  /** Writes a text in the place of what had that version. */
  save: (text: string, version: string) => Promise<boolean>;
}

/** A text that can be edited before it is copied; its length is counted as the network counts it. */
function EditedText({ url, part, label, present, rows, longest, copyLabel, known, below, save }: Texts): JSX.Element {
  const draft = useSignal(draftOf(url, part));
  const isSaving = useSignal(false);
  const text = draft.value?.text ?? present.text;
  const isChanged = text !== present.text;
  const measured = useSignal(known?.measured ?? null);
  const asked = useRef(0);
  const isCounted = known !== null;
  useEffect(() => {
    const number = ++asked.current;
    if (known === null || text === known.text) {
      measured.value = known?.measured ?? null;
      return;
    }
    void attempt(async () => {
      const answer = await ask<MeasuredText>('POST', routes.measure, { url, text } satisfies TextToMeasure);
      if (number === asked.current) measured.value = answer;
    });
  }, [text, known?.text, url, isCounted, known?.measured.limit]);
  const write = (value: string | null): void => {
    const version = draft.value?.version ?? present.version;
    draft.value = value === null || value === present.text ? null : { text: value, version };
    keepDraft(url, part, draft.value);
  };
  const keep = async (): Promise<void> => {
    if (draft.value === null) return;
    isSaving.value = true;
    const { text: written, version } = draft.value;
    // Whoever wrote on meanwhile has another draft by now.
    if ((await save(written, version)) && draft.value?.text === written) write(null);
    isSaving.value = false;
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
          maxLength={longest}
          aria-describedby={isCounted ? id : undefined}
          aria-invalid={isLong}
          onInput={({ currentTarget: { value } }) => write(value)}
        />
      </label>
      <p class="actions">
        {isChanged ? (
          <button
            type="button"
            class="main"
            disabled={isSaving.value || text.trim() === ''}
            onClick={() => void keep()}
          >
            {say('app.text.save')}
          </button>
        ) : null}
        <Copy text={text} label={copyLabel} />
        {isChanged ? (
          <button type="button" class="link" onClick={() => write(null)}>
            {say('app.text.discard')}
          </button>
        ) : null}
        {measured.value === null ? null : (
          <span id={id} class="length" role="status">
            <Length measured={measured.value} />
          </span>
        )}
      </p>
      {isChanged ? <p class="soft">{say('app.text.unsaved')}</p> : below}
    </div>
  );
}

/** Says that a text is a person's own, and gives it back. */
const Own = ({ file, onBack }: { file: string; onBack: () => void }): JSX.Element => (
  <p class="soft">
    {say('app.text.own')} <bdi>{file}</bdi>{' '}
    <button type="button" class="link" onClick={onBack}>
      {say('app.text.back')}
    </button>
  </p>
);

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

interface PlaceTexts {
  detail: PlaceDetail;
  /** Asks for all of it anew. */
  reload: () => Promise<void>;
}

/** Signs that a letter has at most: no admin reads as many. */
const longestLetter = 20_000;

/** The letter to whoever runs the resource. */
export function PitchText({ detail: { note, pitchLacks: lacks, place }, reload }: PlaceTexts): JSX.Element {
  return (
    <section aria-labelledby="pitch-h">
      <h4 id="pitch-h">{say('app.pitch')}</h4>
      {lacks === null || lacks === '' ? null : (
        <p class="soft">
          {say('app.pitch.lacks')} {quoteEach(lacks)}
        </p>
      )}
      {note.text === null ? null : (
        <EditedText
          url={note.url}
          part="pitch"
          label={say('app.pitch.text')}
          present={{ text: letterOf(note), version: note.version }}
          rows={10}
          longest={longestLetter}
          copyLabel={say('app.pitch.copy')}
          known={null}
          below={
            note.isOwn ? (
              <Own file={note.file ?? ''} onBack={() => void takeBackNote(note, titleOf(place)).then(reload)} />
            ) : null
          }
          save={async (letter, version) => {
            const isKept = await writeLetter({ ...note, version }, letter, titleOf(place));
            await reload();
            return isKept;
          }}
        />
      )}
    </section>
  );
}

const titleOf = ({ title, resource }: PlaceDetail['place']): string => title ?? resource;

/** Every wording of the announcement, with its own link. */
export function TeaserTexts({ detail: { teasers, place }, reload }: PlaceTexts): JSX.Element {
  return (
    <section aria-labelledby="teasers-h">
      <h4 id="teasers-h">{say('teaser')}</h4>
      {teasers.length === 0 ? <p class="soft">{say('app.teaser.none')}</p> : null}
      {teasers.map(({ teaser, wording }) => (
        <div key={teaser.variant} class="teaser">
          <EditedText
            url={teaser.url}
            part={`teaser-${teaser.variant}`}
            label={teasers.length > 1 ? say('app.teaser.variant', { n: teaser.variant }) : say('teaser')}
            present={{ text: wording.text ?? teaser.teaser, version: wording.version }}
            rows={7}
            longest={longestWording}
            copyLabel={say('copy')}
            known={{ text: teaser.teaser, measured: measureOf(teaser) }}
            below={
              wording.text === null ? null : (
                <Own file={wording.file} onBack={() => void takeBackWording(wording, titleOf(place)).then(reload)} />
              )
            }
            save={async (text, version) => {
              const isKept = await writeWording({ ...wording, version }, text, titleOf(place));
              await reload();
              return isKept;
            }}
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
          {quoteText(each)}
        </p>
      ))}
    </div>
  );
}
