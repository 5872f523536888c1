/**
 * `<input type=radio data-chosen-with="id">`: whoever fills in that field has made this choice. Who makes another
 * one after that does not send the field, and finds it filled in all the same on coming back to it.
 */
export function chosenWith(choice: HTMLInputElement): void {
  const field = document.getElementById(choice.dataset.chosenWith ?? '') as HTMLInputElement | null;
  field?.addEventListener('input', () => {
    choice.checked = true;
  });
  choice.form?.addEventListener('formdata', ({ formData }) => {
    if (field && !choice.checked) formData.delete(field.name);
  });
}
