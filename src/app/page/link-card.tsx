import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { say } from './language.ts';
import { changeSettings } from './settings.ts';
import { placing, settings } from './things.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The article that is announced, and the campaign that its links are tagged with. */
export function LinkCard(): JSX.Element | null {
  const { value } = settings.value;
  const link = useSignal<string | null>(null);
  const campaign = useSignal<string | null>(null);
  if (value === null) return null;
  const known = { link: textOf(value.effective['link']), campaign: textOf(value.effective['campaign']) };
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    const change = {
      link: (link.value ?? known.link).trim() || null,
      campaign: (campaign.value ?? known.campaign).trim() || null,
    };
    await changeSettings(change);
    link.value = campaign.value = null;
    await placing.load();
  };
  return (
    <details class="card" open={known.link === ''}>
      <summary>
        {say('app.article')}
        {known.link === '' ? '' : `: ${known.link}`}
      </summary>
      <form class="filters" onSubmit={(event) => void save(event)}>
        <label class="wide">
          {say('app.article.link')}
          <input
            type="url"
            required
            value={link.value ?? known.link}
            placeholder="https://"
            onInput={({ currentTarget }) => (link.value = currentTarget.value)}
          />
        </label>
        <label>
          {say('app.article.campaign')}
          <input
            value={campaign.value ?? known.campaign}
            required
            onInput={({ currentTarget }) => (campaign.value = currentTarget.value)}
          />
        </label>
        <button type="submit">{say('app.article.save')}</button>
      </form>
    </details>
  );
}
