// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/comparison.h"

#include "media/measure.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QtConcurrentRun>

#include <tuple>
#include <utility>

namespace retake {

namespace {

using namespace std::chrono_literals;

constexpr auto calm = 300ms;
constexpr int measureNameLength = 40;

std::optional<Measure> readMeasure(const Shelf &shelf, const QString &name)
{
    const auto entry = shelf.find(name);
    QFile file(entry ? entry->file() : QString());
    if (!entry || !file.open(QIODevice::ReadOnly))
        return std::nullopt;
    auto measure = measureFromJson(QJsonDocument::fromJson(file.readAll()).object());
    return measure ? std::optional(std::move(*measure)) : std::nullopt;
}

// What cannot be kept is measured once more another time.
void writeMeasure(const Shelf &shelf, const QString &name, const Measure &measure)
{
    const auto part = shelf.part(name);
    if (!part)
        return;
    QFile file(*part);
    const QByteArray text = QJsonDocument(measureToJson(measure)).toJson(QJsonDocument::Compact);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.flush();
    file.close();
    if (written)
        (void)shelf.put(name, *part);
    else
        QFile::remove(*part);
}

} // namespace

Comparison::Comparison(const Shelf &shelf, const HashBook &hashes, QObject *parent)
    : QObject(parent)
    , m_shelf(shelf)
    , m_hashes(hashes)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(calm);
    connect(&m_calm, &QTimer::timeout, this, &Comparison::begin);
}

Comparison::~Comparison() = default;

void Comparison::show(const std::optional<ComparedPair> &pair)
{
    if (pair == m_pair)
        return;
    giveUp();
    m_pair = pair;
    if (!m_pair)
        return end(State::Nothing);
    if (m_pair->frames == ComparedPair::Frames::DoNotCorrespond)
        return end(State::NewClip);
    m_calm.start();
    end(State::Waiting);
}

void Comparison::giveUp()
{
    m_calm.stop();
    if (QObject *job = std::exchange(m_job, nullptr)) {
        job->disconnect(this);
        job->deleteLater(); // this may be inside of its own signal
    }
    m_measure.reset();
    m_error.reset();
    m_known.clear();
}

void Comparison::end(State state)
{
    m_state = state;
    Q_EMIT changed();
}

void Comparison::begin()
{
    m_known.clear();
    hash(m_pair->before);
}

void Comparison::hash(const QString &file)
{
    auto *job = new HashJob(m_hashes, file, this);
    m_job = job;
    connect(job, &HashJob::finished, this, [this](const Result<QString> &known) {
        std::exchange(m_job, nullptr)->deleteLater();
        if (!known) {
            m_error = known.error();
            return end(State::Failed);
        }
        m_known.append(*known);
        m_known.size() < 2 ? hash(m_pair->after) : lookUp();
    });
}

QString Comparison::entryName() const
{
    const Pairing &pairing = m_pair->pairing;
    const SentFrames &sent = pairing.sent;
    const QString shift = pairing.afterShift ? QStringLiteral(" %1").arg(pairing.afterShift) : QString();
    const QString key = QStringLiteral("%1 %2 %3 %4 %5/%6%7")
                            .arg(m_known.value(0), m_known.value(1))
                            .arg(pairing.offset.count())
                            .arg(sent.map.toText())
                            .arg(sent.rate.numerator)
                            .arg(sent.rate.denominator)
                            .arg(shift);
    const QByteArray digest = QCryptographicHash::hash(key.toUtf8(), QCryptographicHash::Blake2b_256);
    return QString(u"measure-" + QString::fromLatin1(digest.toHex().left(measureNameLength)) + u".json");
}

void Comparison::lookUp()
{
    using Found = std::optional<Measure>;
    auto *watcher = new QFutureWatcher<Found>(this);
    m_job = watcher;
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        std::exchange(m_job, nullptr)->deleteLater();
        takeFromShelf(watcher->result());
    });
    watcher->setFuture(
        QtConcurrent::run([shelf = m_shelf, name = entryName()] { return readMeasure(shelf, name); }));
}

void Comparison::takeFromShelf(const std::optional<Measure> &measure)
{
    if (!measure)
        return start();
    m_measure = measure;
    end(State::Done);
}

void Comparison::start()
{
    auto *job = new MeasureJob(m_pair->before, m_pair->after, m_pair->pairing, this);
    m_job = job;
    connect(job, &MeasureJob::progress, this, &Comparison::progress);
    connect(job, &MeasureJob::finished, this, [this](const Result<Measure> &measure) {
        std::exchange(m_job, nullptr)->deleteLater();
        if (!measure) {
            m_error = measure.error();
            return end(State::Failed);
        }
        put(*measure);
        m_measure = *measure;
        end(State::Done);
    });
    end(State::Measuring);
}

void Comparison::put(const Measure &measure)
{
    std::ignore = QtConcurrent::run(
        [shelf = m_shelf, name = entryName(), measure] { writeMeasure(shelf, name, measure); });
}

} // namespace retake
