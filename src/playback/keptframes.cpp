// SPDX-License-Identifier: GPL-3.0-or-later
#include "playback/keptframes.h"

extern "C" {
#include <libavutil/imgutils.h>
}

#include <algorithm>
#include <numeric>

namespace retake {

namespace {

constexpr std::size_t readyToShow = 4;
constexpr std::size_t keptAtLeast = 4;
constexpr std::size_t keptAtMost = 48;

} // namespace

qint64 KeptFrames::Frame::bytes() const
{
    qint64 bytes = picture.sizeInBytes();
    if (decoded)
        bytes += std::max(
            av_image_get_buffer_size(AVPixelFormat(decoded->format), decoded->width, decoded->height, 16), 0);
    return bytes;
}

void KeptFrames::setShape(const PictureShape &shape, QSize stored)
{
    m_shape = shape;
    m_stored = stored;
}

// No more are expected than there is room for: else those that come would push out those that are there. They
// wait as whichever is smaller, the next few ready to show besides.
void KeptFrames::expect(const std::vector<int> &frames, QSize box)
{
    const QSize whole = uprightSize(m_stored, m_shape);
    const QSize seen = box.isEmpty() ? whole : whole.scaled(box, Qt::KeepAspectRatio);
    m_pictureBytes = std::max<qint64>(4LL * seen.width() * seen.height(), 1);
    const qint64 decoded = 3LL * m_stored.width() * m_stored.height() / 2;
    const qint64 ready = m_pictureBytes < decoded ? 0 : qint64(readyToShow) * m_pictureBytes;
    const qint64 left = std::max<qint64>(m_room * 3 / 4 - ready, 0);
    m_expected = frames;
    m_expected.resize(std::min<std::size_t>(
        frames.size(), std::size_t(left / std::max<qint64>(std::min(m_pictureBytes, decoded), 1)) + 1));
    m_expectedBox = box;
}

void KeptFrames::forget()
{
    m_frames.clear();
    m_expected.clear();
}

// Backwards every pass begins at a key frame, so it is put off until half of what is in hand is used up.
int KeptFrames::nextExpected() const
{
    const bool back = !m_expected.empty() && m_expected.front() < m_shown;
    const std::size_t end = back ? (m_expected.size() + 1) / 2 : m_expected.size();
    for (std::size_t i = 0; i < end; ++i) {
        if (m_lost.contains(m_expected[i]))
            continue;
        const auto kept = m_frames.find(m_expected[i]);
        const bool shows = kept != m_frames.end() && !kept->second.picture.isNull();
        if (!has(m_expected[i], m_expectedBox) || (i < readyToShow && !shows))
            return m_expected[i];
    }
    return -1;
}

int KeptFrames::firstExpected(int otherwise) const
{
    return std::accumulate(m_expected.begin(), m_expected.end(), otherwise,
                           [](int first, int frame) { return std::min(first, frame); });
}

bool KeptFrames::has(int frame, QSize box) const
{
    const auto kept = m_frames.find(frame);
    return kept != m_frames.end() &&
           (kept->second.decoded || (!kept->second.picture.isNull() && kept->second.box == box));
}

KeptFrames::Frame *KeptFrames::find(int frame, QSize box)
{
    if (!has(frame, box))
        m_frames.erase(frame);
    return find(frame);
}

KeptFrames::Frame *KeptFrames::find(int frame)
{
    const auto kept = m_frames.find(frame);
    return kept == m_frames.end() ? nullptr : &kept->second;
}

KeptFrames::Frame *KeptFrames::nearest(int frame)
{
    if (m_frames.empty())
        return nullptr;
    auto at = m_frames.upper_bound(frame);
    if (at != m_frames.begin())
        --at;
    return &at->second;
}

KeptFrames::Frame *KeptFrames::keep(int number, AVFrame *decoded, int wanted)
{
    Frame kept;
    kept.decoded.reset(av_frame_alloc());
    if (!kept.decoded)
        return nullptr;
    av_frame_move_ref(kept.decoded.get(), decoded);
    // Many are kept only where that makes them smaller.
    if (number != wanted && isExpected(number) && m_pictureBytes < kept.bytes() &&
        prepare(kept, m_expectedBox))
        kept.decoded.reset();
    m_frames.erase(number);
    makeRoom(wanted);
    return &m_frames.insert_or_assign(number, std::move(kept)).first->second;
}

bool KeptFrames::prepare(Frame &frame, QSize box)
{
    if (frame.decoded && (frame.picture.isNull() || frame.box != box)) {
        frame.picture = m_converter.convert(*frame.decoded, m_shape, box);
        frame.box = box;
    }
    return !frame.picture.isNull();
}

bool KeptFrames::isExpected(int frame) const
{
    return std::find(m_expected.begin(), m_expected.end(), frame) != m_expected.end();
}

// What is not expected goes first, and of that what lies farthest from the wanted frame.
void KeptFrames::makeRoom(int wanted)
{
    const auto bytes = [this] {
        return std::accumulate(m_frames.begin(), m_frames.end(), qint64(0),
                               [](qint64 sum, const auto &kept) { return sum + kept.second.bytes(); });
    };
    while (m_frames.size() >= keptAtLeast && (m_frames.size() >= keptAtMost || bytes() > m_room)) {
        const auto worth = [&](const auto &kept) {
            const bool needed = kept.first == m_shown || isExpected(kept.first);
            return std::pair(needed ? 1 : 0, -std::abs(kept.first - wanted));
        };
        m_frames.erase(std::min_element(m_frames.begin(), m_frames.end(),
                                        [&](const auto &a, const auto &b) { return worth(a) < worth(b); }));
    }
}

} // namespace retake
