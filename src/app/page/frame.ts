/** The document that the page's script fills: it stands without anything inline, as the policy of its server demands. */
export const pageFrame = `<!doctype html>
<html lang="en" data-theme="system">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<title>target-resources</title>
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="page.css">
<script type="module" src="page.js"></script>
</head>
<body>
<div id="page"><p class="opening">target-resources …</p></div>
<noscript><p>This page works with JavaScript. The command line does the same: target-resources --help</p></noscript>
</body>
</html>
`;
