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

/** Whether a file or a folder is named as an export is. */
export function isExportName(name: string): boolean {
  const plain = name
    .toLowerCase()
    .replace(/\.(?:zip|tgz|tar\.gz|tar)$/, '')
    .replace(/ ?\(\d+\)$| - copy$| copy$/, '');
  return names.some((pattern) => pattern.test(plain));
}
