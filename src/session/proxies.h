// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/contenthash.h"
#include "media/framebook.h"
#include "media/shelf.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace retake {

class ProxyJob;
class Workspace;

// Sees to it that what is on the table gets a proxy for playing: in the background, one after the other, kept
// on the shelf. A file that needs none, or of which none can be made, is played as it is; nobody is told.
class Proxies : public QObject
{
    Q_OBJECT
public:
    Proxies(const Shelf &shelf, const HashBook &hashes, const FrameBook &frames = {},
            QObject *parent = nullptr);
    ~Proxies() override; // ends what is being made

    // All that is on the table, the most urgent first. What is no longer wanted is given up, and its proxy
    // may be swept from then on.
    void want(const QStringList &files);

    // Wants the workspace's versions from now on, those that are compared first.
    void follow(const Workspace &workspace);

    QString proxyOf(const QString &file) const; // empty: none, or not yet

    bool isBusy() const { return !m_current.isEmpty(); }

Q_SIGNALS:
    void proxyReady(const QString &file, const QString &proxyFile); // once for a file that is wanted

private:
    void next();
    void lookUp(const QString &hash);
    void make(const QString &name);
    void takeIn(const QString &name, const QString &part);
    void done(const Shelf::Hold &proxy); // empty: there is none

    Shelf m_shelf;
    HashBook m_hashes;
    FrameBook m_frames;
    QStringList m_wanted;
    QHash<QString, Shelf::Hold> m_known; // by file; an empty one: needs none
    QString m_current;                   // the file at work
    QObject *m_job = nullptr;            // on it; child
};

} // namespace retake
