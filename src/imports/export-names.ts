import type { ToldOwner } from '../types/import.ts';

/**
 * How networks name the exports that people download, as of 2018 to 2026. A folder of such a name is an unpacked export,
 * and its name nobody's.
 */
const names: readonly RegExp[] = [
  /^(?:facebook|instagram|threads|meta)[-_].*\d/,
  /^(?:basic|complete)_linkedindataexport/,
  /^takeout(?:[-_ ].*)?$/,
  /^tiktok(?:[-_ ]data.*)?$/,
  /^(?:twitter|x)-\d{4}-\d\d-\d\d/,
  /^(?:data|chat)export(?:[-_ ].*)?$/,
  /^export_\w+_\d{6,}$/,
  /^archive(?:[-_ ]\d.*)?$/,
  /^(?:my_spotify_data|spotify (?:account data|extended streaming history))$/,
  /^package$/,
];

/** Lower case, without what archives and copies of them end in. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\.(?:zip|tgz|tar\.gz|tar)$/, '')
    .replace(/ ?\(\d+\)$| - copy$| copy$/, '');

/** Whether a file or a folder is named as an export is. */
export function isExportName(name: string): boolean {
  const plain = plainName(name);
  return names.some((pattern) => pattern.test(plain));
}

/** Exports whose names hold the owner's handle: `instagram-anna.gardner-2026-01-31-Ab12`, `export_anna_20260131`. */
const ownerNames: readonly [RegExp, (handle: string) => string][] = [
  [/^facebook-(.+?)(?:-\d.*)?$/, (handle) => `https://www.facebook.com/${handle}`],
  [/^instagram-(.+?)(?:-\d.*)?$/, (handle) => `https://www.instagram.com/${handle}`],
  [/^threads-(.+?)(?:-\d.*)?$/, (handle) => `https://www.threads.com/@${handle}`],
  [/^export_(\w+)_\d{6,}$/, (handle) => `https://www.reddit.com/user/${handle}`],
];

/** Whose an export is by the name of its archive or folder; null where that does not say it. */
export function ownerInExportName(path: string): ToldOwner | null {
  const plain = plainName(path.split(/[/\\]/).findLast(Boolean) ?? '');
  const profiles = ownerNames.flatMap(([pattern, address]) => {
    const [, handle] = pattern.exec(plain) ?? [];
    return handle === undefined ? [] : [address(handle)];
  });
  return profiles.length > 0 ? { profiles, names: [] } : null;
}
