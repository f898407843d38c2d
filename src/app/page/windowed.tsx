import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface WindowedList {
  /** Of the list; those of its rows begin with it. */
  id: string;
  label: string;
  /** `listbox`: one row is chosen, also with the keyboard; `list`: rows hold links and fields of their own. */
  role: 'list' | 'listbox';
  count: number;
  /** Pixels that every row takes. */
  height: number;
  /** Null where the row is not there yet. */
  rowAt: (index: number) => ComponentChildren;
  /** Rows in sight, to be made ready. */
  onSight?: (first: number, last: number) => void;
  selected?: number | undefined;
  onSelect?: (index: number) => void;
}

/** Rows drawn above and below those in sight. */
const spare = 6;

/** A list of any length, of which only the rows in sight are drawn. */
export function Windowed(list: WindowedList): JSX.Element {
  const { id, label, role, count, height, rowAt, onSight, selected = -1, onSelect } = list;
  const box = useRef<HTMLDivElement>(null);
  const top = useSignal(0);
  const tall = useSignal(800);
  useEffect(() => {
    const { current } = box;
    if (!current) return undefined;
    const watch = new ResizeObserver(() => (tall.value = current.clientHeight));
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    const { current } = box;
    if (!current || selected < 0) return;
    const lowest = (selected + 1) * height - current.clientHeight;
    current.scrollTop = Math.min(selected * height, Math.max(lowest, current.scrollTop));
  }, [selected]);
  const first = Math.min(Math.max(0, count - 1), Math.max(0, Math.floor(top.value / height) - spare));
  const last = Math.min(count, first + Math.ceil(tall.value / height) + 2 * spare);
  useEffect(() => onSight?.(first, last), [first, last, onSight]);
  const isChoice = role === 'listbox';
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(tall.value / height) - 1);
    const to = targetOf(event.key, { at: selected, page, count });
    if (to === null || count === 0) return;
    event.preventDefault();
    onSelect?.(Math.min(count - 1, Math.max(0, to)));
  };
  const drawn = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  return (
    <div
      class="windowed"
      id={id}
      role={role}
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={isChoice && selected >= first && selected < last ? `${id}-${selected}` : undefined}
      ref={box}
      style={{ height: `min(80dvh, ${count * height + 2}px)` }}
      onScroll={({ currentTarget: { scrollTop } }) => (top.value = scrollTop)}
      onKeyDown={isChoice ? onKeyDown : undefined}
    >
      <div class="windowed-all" role="presentation" style={{ height: `${count * height}px` }}>
        <div class="windowed-drawn" role="presentation" style={{ transform: `translateY(${first * height}px)` }}>
          {drawn.map((index) => (
            <div
              key={index}
              id={`${id}-${index}`}
              class="windowed-row"
              role={isChoice ? 'option' : 'listitem'}
              aria-selected={isChoice ? index === selected : undefined}
              aria-setsize={count}
              aria-posinset={index + 1}
              style={{ height: `${height}px` }}
              onClick={isChoice ? () => onSelect?.(index) : undefined}
            >
              {rowAt(index)}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Where a key leads from a row; null where it leads nowhere. */
function targetOf(key: string, { at, page, count }: { at: number; page: number; count: number }): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1;
    case 'ArrowUp':
      return at - 1;
    case 'PageDown':
      return at + page;
    case 'PageUp':
      return at - page;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
