import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { SettingsAnswer } from '../api.ts';
import { say } from './language.ts';
import { changeSettings } from './settings.ts';
import { ranking, settings } from './things.ts';

const topicIn = ({ own }: SettingsAnswer): string => ([] as unknown[]).concat(own['topic'] ?? []).join('\n');

/** The marketer's field in words, which relevance follows. */
export function TopicCard(): JSX.Element {
  useEffect(() => void settings.load(), []);
  const { value } = settings.value;
  const text = useSignal<string | null>(null);
  const saved = value === null ? '' : topicIn(value);
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const lines = (text.value ?? saved)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    await changeSettings({ topic: lines.length === 0 ? null : lines });
    text.value = null;
  };
  const proposals = ranking.value.value?.proposals ?? [];
  return (
    <details class="card topic">
      <summary>
        {say('topic')}
        {saved === '' ? '' : `: ${saved.replaceAll('\n', '; ')}`}
      </summary>
      <form onSubmit={(event) => void save(event)}>
        <label>
          {say('app.topic.words')}
          <textarea
            rows={2}
            value={text.value ?? saved}
            placeholder="en: vat, payroll, late invoice, -band"
            onInput={({ currentTarget: { value: typed } }) => (text.value = typed)}
          />
        </label>
        <button type="submit" disabled={text.value === null || text.value === saved}>
          {say('app.topic.apply')}
        </button>
      </form>
      {proposals.length === 0 ? null : (
        <p class="proposals soft">
          {say('proposals')}:{' '}
          {proposals.flatMap(({ use, words }) =>
            words.slice(0, 8).map(({ word }) => {
              const term = use === 'add' ? word : `-${word}`;
              return (
                <button
                  key={term}
                  type="button"
                  class="chip"
                  onClick={() => (text.value = [text.value ?? saved, term].filter((each) => each !== '').join(', '))}
                >
                  {use === 'add' ? '+' : '−'} <bdi>{word}</bdi>
                </button>
              );
            }),
          )}
        </p>
      )}
    </details>
  );
}
