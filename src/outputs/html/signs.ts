import type { Row } from '../../types/report.ts';
import { anchor, type Markup, markup } from './markup.ts';
import type { Translator } from './i18n.ts';

/** A link to the post that decided, by its day. */
export function evidenceLink({ thirdParty: { evidenceUrl, evidenceDate } }: Row): Markup | null {
  return evidenceUrl === null ? null : markup` <small>${anchor(evidenceUrl, evidenceDate ?? '↗')}</small>`;
}

/** The mark of a page that everybody follows. */
export const massPage = ({ say }: Translator): Markup => markup`<i>${say('mass')}</i>`;
