import type { ComponentChildren, JSX } from 'preact';
import { useSignal } from '@preact/signals';
import { say } from './language.ts';
import { tell } from './told.ts';

/** What to do now, at the beginning of a screen. */
export function Now({ children, action }: { children: ComponentChildren; action?: ComponentChildren }): JSX.Element {
  return (
    <div class="now">
      <p>{children}</p>
      {action ?? null}
    </div>
  );
}

/** A link that leaves the page, where the address is one of a page; otherwise the text alone. */
export function Outward({ to, children }: { to: string; children: ComponentChildren }): JSX.Element {
  const isPage = URL.canParse(to) && /^https?:$/.test(new URL(to).protocol) && new URL(to).username === '';
  if (!isPage) return <bdi>{children}</bdi>;
  return (
    <a href={to} target="_blank" rel="noreferrer">
      <bdi>{children}</bdi>
    </a>
  );
}

/** Copies a text to the clipboard, and says so. */
export function Copy({ text, label }: { text: string; label: string }): JSX.Element {
  const isCopied = useSignal<string | null>(null);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    isCopied.value = text;
    tell(say('copied'));
  };
  return (
    <button type="button" class={isCopied.value === text ? 'copy done' : 'copy'} onClick={() => void copy()}>
      {label}
    </button>
  );
}

/** Where there is nothing to show yet. */
export const Empty = ({ children }: { children: ComponentChildren }): JSX.Element => <p class="empty">{children}</p>;

/** A number that counts something. */
export function Figure({ value, label }: { value: number | string; label: string }): JSX.Element {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Where a file can be dropped or chosen. */
export function DropPlace({
  zone,
  label,
  onFiles,
  children,
}: {
  zone: string;
  label: string;
  onFiles: (files: File[]) => void;
  children?: ComponentChildren;
}): JSX.Element {
  return (
    <div class="drop" data-zone={zone}>
      {children}
      <label class="button">
        {label}
        <input
          type="file"
          multiple
          class="unseen"
          onChange={({ currentTarget }) => {
            onFiles([...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </label>
    </div>
  );
}
