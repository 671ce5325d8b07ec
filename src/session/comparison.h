// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/contenthash.h"
#include "media/shelf.h"
#include "model/measure.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace retake {

// Two files that are looked at side by side, and how their frames belong together.
struct ComparedPair
{
    // Of a new clip, such as *Describe & remake* makes, no frame belongs to one of Before.
    enum class Frames { Correspond, DoNotCorrespond };

    QString before;
    QString after;
    Pairing pairing;
    Frames frames = Frames::Correspond;

    friend bool operator==(const ComparedPair &, const ComparedPair &) = default;
};

// What changed in the pair that is shown: measured in the background, one pair at a time, a moment after it
// came, and kept on the shelf. What was measured of a pair that is no longer shown falls away.
class Comparison : public QObject
{
    Q_OBJECT
public:
    enum class State { Nothing, NewClip, Waiting, Measuring, Done, Failed };

    Comparison(const Shelf &shelf, const HashBook &hashes, QObject *parent = nullptr);
    ~Comparison() override; // ends what is being measured

    void show(const std::optional<ComparedPair> &pair); // none: nothing to compare

    const std::optional<ComparedPair> &shown() const { return m_pair; }

    State state() const { return m_state; }

    const std::optional<Measure> &measure() const { return m_measure; } // while Done

    const std::optional<Error> &error() const { return m_error; } // while Failed

Q_SIGNALS:
    void changed();                     // state, and with it measure or error
    void progress(int done, int total); // while Measuring

private:
    void begin();
    void hash(const QString &file);
    void lookUp();
    void takeFromShelf(const std::optional<Measure> &measure);
    void start();
    void put(const Measure &measure);
    void end(State state);
    void giveUp();
    QString entryName() const;

    Shelf m_shelf;
    HashBook m_hashes;
    QTimer m_calm; // so that nothing is begun for pairs that are only passed by
    std::optional<ComparedPair> m_pair;
    std::optional<Measure> m_measure;
    std::optional<Error> m_error;
    QStringList m_known;      // hashes of Before and After, as far as they are known
    QObject *m_job = nullptr; // child
    State m_state = State::Nothing;
};

} // namespace retake
