import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from 'wxt/browser';
export default defineUnlistedScript(() => {
  browser.runtime.onMessage.addListener(() => Promise.resolve(1));
});
