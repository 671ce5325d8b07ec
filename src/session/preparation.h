// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "queue/mediastage.h"
#include "session/draft.h"
#include "session/sentreference.h"

#include <QObject>
#include <QTimer>

namespace retake {

class Paths;

// Makes what a run of the draft would send, so that it can be looked at: files in a folder of its own,
// nothing leaves this computer and nothing is charged. From open() to close() it keeps up with the draft:
// when the clip, its piece, its framing or the references become others, what was made falls away and is made
// anew.
class Preparation : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Working, Ready, Refused };

    // What would be sent.
    struct Sending
    {
        std::optional<ClipInfo> clip; // the file; none: the service fetches the address itself
        QString remoteClip;           // that address
        bool untouched = false;       // the person's own file goes out as it is
        QStringList changes;
        QList<SentReference> references; // in slot order
    };

    Preparation(const Draft &draft, MediaStage &media, const Paths &paths, QObject *parent = nullptr);
    ~Preparation() override;

    void open();
    void close(); // stops what is under way and removes the files

    bool isOpen() const { return m_open; }

    State state() const { return m_state; }

    const Sending &sending() const { return m_sending; } // Ready

    const Error &error() const { return m_error; } // Refused

Q_SIGNALS:
    void changed();                           // the state; what was made lies in its files until the next one
    void progress(qint64 done, qint64 total); // while Working

private:
    class Making;

    // What the files depend on. The words of an order are not among it.
    struct Basis
    {
        Order order;
        std::optional<ConformPlan> plan;
        friend bool operator==(const Basis &, const Basis &) = default;
    };

    Basis basisNow() const;
    void follow();
    void make();
    void take(const Making *from, const Result<Sending> &sending);
    void drop();
    void setState(State state);
    void refuse(const Error &error);

    const Draft &m_draft;
    MediaStage &m_media;
    const Paths &m_paths;
    QTimer m_pause; // a handle that is being dragged does not start a making at every step
    Making *m_making = nullptr;
    std::optional<Basis> m_basis;
    Sending m_sending;
    Error m_error;
    State m_state = State::Idle;
    bool m_open = false;
};

} // namespace retake
