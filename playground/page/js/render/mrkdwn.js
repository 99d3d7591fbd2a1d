export function mrkdwn(text) { return [document.createTextNode(text)]; }
