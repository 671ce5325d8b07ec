// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/pairfeed.h"

#include "media/measure.h"

#include <cerrno>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace retake {

namespace {

// Plane after plane, each with Before's part above After's.
void stack(const QByteArray &before, const QByteArray &after, QSize size, QByteArray &into)
{
    into.clear();
    const qsizetype light = qsizetype(size.width()) * size.height();
    qsizetype at = 0;
    for (const qsizetype plane : {light, light / 4, light / 4}) {
        into.append(before.constData() + at, plane);
        into.append(after.constData() + at, plane);
        at += plane;
    }
}

} // namespace

// A pair of sockets rather than a pipe: writing to a process that is gone gives an error, no SIGPIPE.
Feed::Feed()
{
    int ends[2] = {-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0) {
        m_ours = ends[0];
        m_theirs = ends[1];
    }
}

Feed::~Feed()
{
    giveAway();
    if (m_ours >= 0)
        ::close(m_ours);
}

void Feed::giveAway()
{
    if (const int theirs = std::exchange(m_theirs, -1); theirs >= 0)
        ::close(theirs);
}

bool Feed::write(const QByteArray &data)
{
    for (qsizetype sent = 0; sent < data.size();) {
        const auto more =
            ::send(m_ours, data.constData() + sent, std::size_t(data.size() - sent), MSG_NOSIGNAL);
        if (more < 0 && errno == EINTR)
            continue;
        if (more <= 0)
            return false;
        sent += more;
    }
    return true;
}

void Feed::finish()
{
    ::shutdown(m_ours, SHUT_WR);
}

void Feed::cut()
{
    ::shutdown(m_ours, SHUT_RDWR);
}

Result<MatchedClips> matchClips(const QString &before, const QString &after, const Pairing &pairing,
                                const StopAsked &stop)
{
    auto left = scanFrames(before, stop);
    if (!left)
        return failure(left.error());
    auto right = scanFrames(after, stop);
    if (!right)
        return failure(right.error());
    FramePairs pairs = framePairs(left->times, right->times, pairing);
    const PlaneShape shape{measuredSize(left->size), left->matrix};
    return MatchedClips{before, after, std::move(*left), std::move(*right), std::move(pairs), shape};
}

Result<std::vector<FramePair>> feedPairs(const MatchedClips &clips, Feed &feed, const StopAsked &stop,
                                         const std::function<void(int)> &done)
{
    auto before = PlaneReader::open(clips.before, clips.left, clips.shape, stop);
    if (!before)
        return failure(before.error());
    auto after = PlaneReader::open(clips.after, clips.right, clips.shape, stop);
    if (!after)
        return failure(after.error());
    std::vector<FramePair> written;
    QByteArray pictures;
    bool anyBefore = false;
    bool anyPair = false;
    for (const FramePair &pair : clips.pairs.list) {
        const QByteArray *above = before->frame(pair.before);
        const QByteArray *below = after->frame(pair.after);
        anyBefore = anyBefore || above;
        if (above && below) {
            anyPair = true;
            stack(*above, *below, clips.shape.size, pictures);
            if (!feed.write(pictures))
                break; // the process tells why
            written.push_back(pair);
            done(int(written.size()));
        }
        if (stop())
            break;
    }
    if (!anyPair && !clips.pairs.list.empty())
        return failure(ErrorKind::FileDamaged, {anyBefore ? clips.after : clips.before});
    return written;
}

} // namespace retake
