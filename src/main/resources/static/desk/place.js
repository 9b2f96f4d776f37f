/** Opens a task as a click in the list does it: Tasklist follows its address. */
export function open(task) {
  const [path, query = ''] = location.hash.split('?');
  const search = new URLSearchParams(query);
  search.set('task', task);
  search.delete('detailsTab');
  location.hash = `${path || '#/'}?${search}`;
}
