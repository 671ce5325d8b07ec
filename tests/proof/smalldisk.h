// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <csignal>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

namespace retake {

// Disks that are full or read-only, made by this program alone. Where the system grants mounts of one's own
// they are real file systems in memory; elsewhere no file may grow any more (RLIMIT_FSIZE), which every
// writer meets the same way, though under another name.
class SmallDisk
{
public:
    // First thing in main(), before there are threads. RETAKE_NO_MOUNTS: as if none were granted.
    static void enterOwnMounts()
    {
        const uid_t uid = ::geteuid();
        const gid_t gid = ::getegid();
        const bool wanted = !qEnvironmentVariableIsSet("RETAKE_NO_MOUNTS");
        bool alone = wanted && uid == 0 && ::unshare(CLONE_NEWNS) == 0;
        if (wanted && !alone && ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0) {
            alone = write("/proc/self/setgroups", "deny") &&
                    write("/proc/self/uid_map", "0 " + QByteArray::number(uid) + " 1") &&
                    write("/proc/self/gid_map", "0 " + QByteArray::number(gid) + " 1");
        }
        s_mounts = alone && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
        ::signal(SIGXFSZ, SIG_IGN);
    }

    static bool hasMounts() { return s_mounts; }

    // A disk at `folder`; without mounts the folder itself.
    explicit SmallDisk(const QString &folder)
        : m_folder(folder.toUtf8())
        , m_mounted(s_mounts && ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, "size=16m") == 0)
    {}

    ~SmallDisk()
    {
        makeRoom();
        if (m_mounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }

    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    bool isMounted() const { return m_mounted; }

    void fill()
    {
        if (!m_mounted) {
            limit(0);
            return;
        }
        QFile ballast(ballastFile());
        if (!ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            qFatal("no ballast");
        for (qint64 piece = 1 << 20; piece > 0;) {
            if (ballast.write(QByteArray(piece, 'b')) < piece)
                piece /= 2;
        }
    }

    void makeRoom()
    {
        if (m_mounted)
            QFile::remove(ballastFile());
        else
            limit(RLIM_INFINITY);
    }

    bool setReadOnly(bool readOnly)
    {
        unsigned long flags = MS_REMOUNT;
        if (readOnly)
            flags |= MS_RDONLY;
        return m_mounted && ::mount("tmpfs", m_folder.constData(), "tmpfs", flags, nullptr) == 0;
    }

private:
    static bool write(const char *file, const QByteArray &words)
    {
        QFile target(QString::fromLatin1(file));
        return target.open(QIODevice::WriteOnly | QIODevice::Unbuffered) &&
               target.write(words) == words.size();
    }

    static void limit(rlim_t bytes)
    {
        rlimit now{};
        ::getrlimit(RLIMIT_FSIZE, &now);
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }

    QString ballastFile() const { return QString::fromUtf8(m_folder) + u"/ballast"; }

    static inline bool s_mounts = false;
    QByteArray m_folder;
    bool m_mounted;
};

} // namespace retake
