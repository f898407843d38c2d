import type { DraftMaterial } from '../assistant/draft.ts';
import { publicPage } from '../assistant/sent-page.ts';
import type { Settings } from '../settings.ts';
import { networkOf } from '../stages/context.ts';
import type { TeaserParts } from '../teasers/teaser.ts';
import type { ArticleText } from '../types/article.ts';
import type { AnyNetwork } from '../types/network.ts';
import type { Row } from '../types/report.ts';
import type { Post } from '../types/resource.ts';

interface DraftSources {
  networks: readonly AnyNetwork[];
  settings: Settings;
  parts: TeaserParts;
  article: ArticleText | null;
  language: string | null;
  posts: readonly Post[];
}

/** What an assistant is sent to draft texts for a row: what its page shows everybody, and the marketer's own texts. */
export function draftMaterial(row: Row, { networks, settings, parts, ...sources }: DraftSources): DraftMaterial {
  const { article, language, posts } = sources;
  const { specialization, experience, headline, benefit, sample, author } = settings;
  const { problem, solution, upgrade } = parts;
  return {
    page: publicPage({ title: row.title, name: row.resource, description: row.description }, posts),
    network: networkOf(row, networks).title,
    language,
    article,
    own: { specialization, experience, headline, benefit, sample, author, problem, solution, upgrade },
  };
}
