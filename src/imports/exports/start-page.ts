import type { ImportFormat } from '../import-format.ts';
import { metaPage } from './meta-page.ts';

const toLists =
  /href="(?:\.\/)?(?:connections|followers_and_following|friends_and_followers|your_(?:facebook|instagram)_activity)\//;

/** start_here.html or index.html: the page of an unpacked Facebook or Instagram export that people open first. */
export const startPage: ImportFormat = {
  id: 'start-page',
  recognise: (file) => {
    if (!toLists.test(file.text) || file.page() === null || metaPage(file) !== null) return null;
    return {
      format: 'Facebook or Instagram export: start page',
      reason: 'it only leads to the other files of the export',
      whatToDo: 'import the whole ZIP as it was downloaded, or the folder "connections" with everything in it',
    };
  },
};
