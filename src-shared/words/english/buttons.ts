/** Buttons that mean the same wherever they are. */
export const buttons = {
  cancel: 'Cancel',
  confirm: 'Confirm',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'Not copied',
};
