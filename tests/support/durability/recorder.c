/* Watches what a process does to the files of one folder, and spoils it on demand. Linux; loaded with LD_PRELOAD.

   The process itself arms it, after a fork, through the three functions below (tests/support/durability/recorder.py calls them with ctypes):
     recorder_watch(folder, log)   from now on note every change under `folder` in the file `log` ("" for no notes); read back by disk.py
     recorder_note(text)           put a line of the program's own (what it told its user) among the notes, in order
     recorder_fault(kinds, after, error, again)
                                   the call number `after` (from 0) among those whose letter is in `kinds` goes wrong: with an error number, it
                                   fails so (again: and all later ones too); with 0, the process is killed before it, with -1 half way through it
     recorder_count()              how many calls of those kinds there have been
   Letters: O open for writing, W write, T truncate, S sync, N rename, U unlink; folders that are made (M) are only noted. A note is: letter, two lengths, offset, length, two names, bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 4096
#define REAL(name) ({ static __typeof__(&name) found; if (!found) found = dlsym(RTLD_NEXT, #name); found; })

static char folder[4096];
static size_t folder_length;
static int notes = -1;
static char *path_of[MOST_FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char kinds[8];
static long after = -1, count;
static int error_number, again;

static void note(char letter, const char *path, const char *other, int64_t offset, const void *bytes, uint32_t length) {
    if (notes < 0) return;
    uint16_t first = path ? strlen(path) : 0, second = other ? strlen(other) : 0;
    char head[17];
    head[0] = letter;
    memcpy(head + 1, &first, 2);
    memcpy(head + 3, &second, 2);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    struct iovec parts[4] = {{head, 17}, {(void *)path, first}, {(void *)other, second}, {(void *)bytes, length}};
    pthread_mutex_lock(&turn);
    if (REAL(writev)(notes, parts, 4) < 0) abort();  /* a gap in the notes would make a wrong disk */
    pthread_mutex_unlock(&turn);
}

void recorder_watch(const char *where, const char *log) {
    snprintf(folder, sizeof folder, "%s", where);
    folder_length = strlen(folder);
    if (*log) {
        int opened = REAL(open)(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
        notes = fcntl(opened, F_DUPFD_CLOEXEC, 900);
        REAL(close)(opened);
    }
}

void recorder_note(const char *text) { note('A', 0, 0, 0, text, strlen(text)); }

void recorder_fault(const char *which, long number, int error, int sticky) {
    snprintf(kinds, sizeof kinds, "%s", which);
    after = number;
    count = 0;
    error_number = error;
    again = sticky;
}

long recorder_count(void) { return count; }

/* 0: go on; 1: fail with errno set; 2: do half, then die. */
static int spoiled(char letter) {
    if (!folder_length || !strchr(kinds, letter) || !*kinds) return 0;
    long number = count++;
    if (after < 0 || number < after || (number > after && !again)) return 0;
    if (error_number > 0) {
        errno = error_number;
        return 1;
    }
    if (error_number < 0 && letter == 'W') return 2;
    raise(SIGKILL);
    return 1;
}

static int inside(const char *path) {
    return folder_length && path && !strncmp(path, folder, folder_length) && (!path[folder_length] || path[folder_length] == '/');
}
static const char *watched(int file) { return file >= 0 && file < MOST_FILES ? path_of[file] : 0; }

static void forget(int file) {
    if (file >= 0 && file < MOST_FILES) {
        free(path_of[file]);
        path_of[file] = 0;
    }
}

static int opening(int at, const char *path, int flags, int mode) {
    int ours = inside(path);
    if (ours && (flags & (O_WRONLY | O_RDWR)) && spoiled('O')) return -1;
    struct stat found;
    int was_there = ours && !stat(path, &found);
    int file = REAL(openat64)(at, path, flags, mode);
    forget(file);
    if (file >= 0 && file < MOST_FILES && ours) {
        path_of[file] = strdup(path);
        if (!was_there && (flags & O_CREAT)) note('C', path, 0, 0, 0, 0);
        else if (was_there && (flags & O_TRUNC)) note('T', path, 0, 0, 0, 0);
    }
    return file;
}

#define MODE \
    int mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, int); va_end(rest); }
int open(const char *path, int flags, ...) { MODE return opening(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opening(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opening(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opening(at, path, flags, mode); }
int close(int file) { forget(file); return REAL(close)(file); }

static ssize_t writing(int file, const void *bytes, size_t length, int64_t offset) {
    const char *path = watched(file);
    int wrong = path ? spoiled('W') : 0;
    if (wrong == 1) return -1;
    if (wrong == 2) length /= 2;
    ssize_t written = REAL(pwrite64)(file, bytes, length, offset);
    if (wrong == 2) raise(SIGKILL);
    if (path && written > 0) note('W', path, 0, offset, bytes, written);
    return written;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t offset) { return writing(file, bytes, length, offset); }
ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t offset) { return writing(file, bytes, length, offset); }
ssize_t write(int file, const void *bytes, size_t length) {
    if (!watched(file)) return REAL(write)(file, bytes, length);
    off64_t place = lseek64(file, 0, fcntl(file, F_GETFL) & O_APPEND ? SEEK_END : SEEK_CUR);
    ssize_t written = writing(file, bytes, length, place);
    if (written > 0) lseek64(file, place + written, SEEK_SET);
    return written;
}

static int truncating(int file, int64_t length) {
    const char *path = watched(file);
    if (path && spoiled('T')) return -1;
    int result = REAL(ftruncate64)(file, length);
    if (!result && path) note('T', path, 0, length, 0, 0);
    return result;
}
int ftruncate(int file, off_t length) { return truncating(file, length); }
int ftruncate64(int file, off64_t length) { return truncating(file, length); }

/* Nothing is really synced while notes are taken: the notes, not the disk, say what would be durable. */
static int syncing(int file) {
    const char *path = watched(file);
    if (!path) return REAL(fsync)(file);
    if (spoiled('S')) return -1;
    int result = notes >= 0 ? 0 : REAL(fsync)(file);
    struct stat found;
    if (!result) note(!fstat(file, &found) && S_ISDIR(found.st_mode) ? 'D' : 'S', path, 0, 0, 0, 0);
    return result;
}
int fsync(int file) { return syncing(file); }
int fdatasync(int file) { return syncing(file); }

int unlink(const char *path) {
    if (inside(path) && spoiled('U')) return -1;
    int result = REAL(unlink)(path);
    if (!result && inside(path)) note('U', path, 0, 0, 0, 0);
    return result;
}
int unlinkat(int at, const char *path, int flags) {
    if (inside(path) && spoiled('U')) return -1;
    int result = REAL(unlinkat)(at, path, flags);
    if (!result && inside(path)) note('U', path, 0, 0, 0, 0);
    return result;
}
int rename(const char *from, const char *to) {
    if (inside(from) && spoiled('N')) return -1;
    int result = REAL(rename)(from, to);
    if (!result && inside(from)) note('N', from, to, 0, 0, 0);
    return result;
}
int renameat(int at, const char *from, int there, const char *to) {
    if (inside(from) && spoiled('N')) return -1;
    int result = REAL(renameat)(at, from, there, to);
    if (!result && inside(from)) note('N', from, to, 0, 0, 0);
    return result;
}

int mkdir(const char *path, mode_t mode) {
    int result = REAL(mkdir)(path, mode);
    if (!result && inside(path)) note('M', path, 0, 0, 0, 0);
    return result;
}
int mkdirat(int at, const char *path, mode_t mode) {
    int result = REAL(mkdirat)(at, path, mode);
    if (!result && inside(path)) note('M', path, 0, 0, 0, 0);
    return result;
}

/* Copies inside the kernel would go unseen: said not to work, callers fall back to reading and writing. */
ssize_t sendfile(int to, int from, off_t *offset, size_t length) { (void)to, (void)from, (void)offset, (void)length; errno = ENOTSOCK; return -1; }
ssize_t sendfile64(int to, int from, off64_t *offset, size_t length) { (void)to, (void)from, (void)offset, (void)length; errno = ENOTSOCK; return -1; }
