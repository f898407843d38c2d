import type { ImportFormat } from '../import-format.ts';
import type { IdentifyResource, RecognisedFile } from '../../types/import.ts';
import { type Fields, fieldsOf, isFields, itemsOf, trimmedText } from './fields.ts';
import { type Entry, recognisedList, skippedCount } from './lists.ts';

const library = 'Spotify export: podcasts in the library';

/** "Account data" of Spotify: the library names podcasts with their ids; whom an account follows, only by name. */
export const spotifyExport: ImportFormat = {
  id: 'spotify-export',
  recognise: (file, identify) => {
    const json = file.json();
    if (!isFields(json)) return null;
    if (
      Array.isArray(json['shows']) &&
      ['tracks', 'albums', 'episodes', 'artists'].some((key) => Object.hasOwn(json, key))
    )
      return libraryIn(json, identify);
    const told = Object.keys(json).filter((key) => followKeys.test(key)).length;
    return told > ('followerCount' in json ? 0 : 1) ? namesOnly(json) : null;
  },
};

const followKeys = /^(?:following|dismissing|userIs)[A-Z]/;

function libraryIn(json: Fields, identify: IdentifyResource): RecognisedFile {
  const entries = itemsOf(json['shows']).map((show): Entry | null => {
    const { uri, name } = fieldsOf(show);
    const [, id] = /^(?:spotify:show:|https:\/\/open\.spotify\.com\/show\/)(\w+)/.exec(trimmedText(uri)) ?? [];
    return id === undefined
      ? null
      : { address: `https://open.spotify.com/show/${id}`, title: trimmedText(name) || null };
  });
  const whatToDo = 'ask the client which podcasts they follow; Spotify puts them into YourLibrary.json';
  const skipped = skippedCount(itemsOf(json['artists']).length, 'artist', 'artists');
  return recognisedList({ format: library, network: 'web', isPart: true, entries, skipped, whatToDo }, identify);
}

const namesOnly = (json: Fields): RecognisedFile => {
  const artists = itemsOf(json['followingArtists']).length;
  return {
    format: 'Spotify export: artists and accounts followed',
    reason: `it gives names without addresses${artists > 0 ? ` (${artists})` : ''}, and no podcasts`,
    whatToDo: 'import YourLibrary.json of the same export: it names the podcasts',
  };
};
