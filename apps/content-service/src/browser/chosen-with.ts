/** `<input type=radio data-chosen-with="id">`: whoever fills in that field has made this choice. */
export function chosenWith(choice: HTMLInputElement): void {
  const field = document.getElementById(choice.dataset.chosenWith ?? '');
  field?.addEventListener('input', () => {
    choice.checked = true;
  });
}
