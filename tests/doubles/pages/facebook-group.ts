import { type Page, escaped } from './markup.ts';

/** A post in a group, as its page shows it. */
interface GroupPost {
  author: string;
  number: number;
  text: string;
  /** When it was written, in the words of the page. */
  when: string;
}

export interface Group {
  name: string;
  title: string;
  /** The line with the number of members, in the words of the page. */
  members: string;
  about: string;
  posts: GroupPost[];
  language?: string;
}

/** A group as whoever is logged in sees it: chrome, title, members, what it is about, posts with comments below. */
export function facebookGroup({ name, title, members, about, posts, language = 'en' }: Group): Page {
  const site = 'https://www.facebook.com';
  const own = `${site}/groups/${name}`;
  const shown = posts.map(({ author, number, text, when }, at) => {
    const person = `${own}/user/${number}/?__cft__[0]=AZ&__tn__=R`;
    return `<div aria-posinset="${at + 1}"><div class="x1a" role="article">
<div><a aria-hidden="true" href="${escaped(person)}"><img alt="" src="https://cdn.example/${number}.jpg"></a>
<h3><span><a href="${escaped(person)}"><b><span>${escaped(author)}</span></b></a></span></h3>
<span><a href="${own}/posts/${9000 + at}/?__cft__[0]=AZ&amp;__tn__=R"><span>${escaped(when)}</span></a><span> · </span></span></div>
<div data-ad-rendering-role="story_message"><div dir="auto">${escaped(text)}</div></div>
<div role="button" tabindex="0">Like</div><div role="button" tabindex="0">Share</div>
<div role="article"><a href="${own}/user/77/">Comment Writer</a><div dir="auto">A comment below with a good many words.</div><a href="${own}/posts/${9000 + at}/?comment_id=5">1h</a></div>
</div></div>`;
  });
  const body = `<div role="banner"><h1>Notifications</h1><a href="/">Facebook</a><span>12</span></div>
<div role="navigation"><a href="/groups/feed/">Groups</a><a href="/other.page">A shortcut with 99K followers</a></div>
<div role="main"><div><h1><a href="${own}/">${escaped(title)}</a></h1>
<div><span>${escaped(members)}</span></div></div>
<div role="tablist"><a role="tab" href="${own}/about">About</a><a role="tab" href="${own}/members">People</a></div>
<div><h2>About</h2><div><span>${escaped(about)}</span></div></div>
<div role="feed">${shown.join('')}</div></div>
<div role="contentinfo"><a href="/privacy">Privacy</a></div>`;
  return {
    url: `${own}/?ref=share`,
    html: `<!DOCTYPE html>\n<html lang="${language}"><head><meta charset="utf-8"><title>(2) ${escaped(title)} | Facebook</title></head><body>${body}</body></html>`,
  };
}
