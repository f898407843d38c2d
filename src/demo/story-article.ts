import type { DemoPage } from './world.ts';

/** The article that the shipped example announces. */
export const article: DemoPage = {
  host: 'hedgeandledger.example',
  path: '/quoting-gardens',
  html: `<!DOCTYPE html>
<html lang="en">
<head>
<title>Quoting gardens | Hedge & Ledger</title>
<meta property="og:title" content="How landscapers price rain days">
<meta property="og:description" content="How twelve landscapers price rain days and skip hire into a quote.">
<meta name="author" content="Ines Calder">
</head>
<body>
<article>
<h1>How landscapers price rain days</h1>
<p>Rain days and skip hire eat the profit of a garden. A quote that leaves them out is a quote at a loss.</p>
<p>Twelve landscapers opened their books for this piece. Our quoting sheet has all of their numbers in a spreadsheet.</p>
</article>
</body>
</html>`,
};
