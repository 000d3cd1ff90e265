import { attribute, escapeHtml } from '../../../cards/escape.js'
import type { Translate } from '../../../i18n/translate.js'
import type { DeskAssets } from './desk-assets.js'

type Page = { nonce: string; assets: DeskAssets; t: Translate; language: string }

/** The page that the desk is built up in. It says something even where scripts are off. */
export const deskHtml = ({ nonce, assets, t, language }: Page): string => `<!doctype html>
<html${attribute('lang', language)}>
<head>
<meta charset="utf-8">
<title>${escapeHtml(t('staff.title'))}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<link rel="stylesheet"${attribute('href', assets.style.path)}>
<script type="module"${attribute('nonce', nonce)}${attribute('src', assets.desk.path)}></script>
</head>
<body>
<noscript>${escapeHtml(t('staff.no-script'))}</noscript>
<div id="desk"${attribute('data-nonce', nonce)}${attribute('data-beat', assets.beat.path)}></div>
</body>
</html>
`
