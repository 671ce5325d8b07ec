// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/heifimage.h"

#include <QColorSpace>
#include <QFile>

#include <libheif/heif.h>

#include <memory>

namespace retake {

namespace {

template<class T, void (*release)(T *)> struct HeifRelease
{
    void operator()(T *thing) const { release(thing); }
};

void releaseHandle(const heif_image_handle *handle)
{
    heif_image_handle_release(handle);
}

void releaseImage(const heif_image *image)
{
    heif_image_release(image);
}

using HeifContext = std::unique_ptr<heif_context, HeifRelease<heif_context, heif_context_free>>;
using HeifHandle =
    std::unique_ptr<const heif_image_handle, HeifRelease<const heif_image_handle, releaseHandle>>;
using HeifPicture = std::unique_ptr<const heif_image, HeifRelease<const heif_image, releaseImage>>;
using HeifColours = std::unique_ptr<heif_color_profile_nclx,
                                    HeifRelease<heif_color_profile_nclx, heif_nclx_color_profile_free>>;

struct HeifFile
{
    HeifContext context;
    HeifHandle primary;
};

tl::unexpected<Error> unreadable(const QString &file, const heif_error &error)
{
    return failure(ErrorKind::ImageUnreadable, {file}, QString::fromUtf8(error.message));
}

Result<HeifFile> openHeif(const QString &file)
{
    HeifFile opened{HeifContext(heif_context_alloc()), nullptr};
    // libheif multiplies it by itself: a square of at most that side
    heif_context_set_maximum_image_size_limit(opened.context.get(), 11000);
    const QByteArray path = QFile::encodeName(file);
    if (const heif_error error = heif_context_read_from_file(opened.context.get(), path.constData(), nullptr);
        error.code != heif_error_Ok)
        return unreadable(file, error);
    heif_image_handle *primary = nullptr;
    if (const heif_error error = heif_context_get_primary_image_handle(opened.context.get(), &primary);
        error.code != heif_error_Ok)
        return unreadable(file, error);
    opened.primary.reset(primary);
    return opened;
}

// libheif turns by itself and does not say that it did: the box "irot" has the quarter turns in its last
// byte.
bool isTurned(const QString &file)
{
    QFile device(file);
    const QByteArray head = device.open(QIODevice::ReadOnly) ? device.read(65536) : QByteArray();
    const qsizetype turn = head.indexOf(QByteArray("\0\0\0\x09irot", 8));
    return head.contains(QByteArray("\0\0\0\x09imir", 8)) ||
           (turn >= 0 && turn + 8 < head.size() && (head[turn + 8] & 3));
}

QColorSpace primariesOf(int primaries)
{
    switch (primaries) {
    case heif_color_primaries_ITU_R_BT_2020_2_and_2100_0:
        return QColorSpace({0.3127, 0.3290}, {0.708, 0.292}, {0.170, 0.797}, {0.131, 0.046},
                           QColorSpace::TransferFunction::SRgb);
    case heif_color_primaries_SMPTE_EG_432_1:
        return QColorSpace(QColorSpace::DisplayP3);
    default:
        return QColorSpace(QColorSpace::SRgb);
    }
}

// The stored profile first: what a camera writes beside it only repeats it.
QColorSpace coloursOf(const heif_image_handle *handle)
{
    if (const size_t size = heif_image_handle_get_raw_color_profile_size(handle); size > 0) {
        QByteArray profile(qsizetype(size), '\0');
        if (heif_image_handle_get_raw_color_profile(handle, profile.data()).code == heif_error_Ok) {
            QColorSpace colours = QColorSpace::fromIccProfile(profile);
            if (colours.isValid())
                return colours;
        }
    }
    heif_color_profile_nclx *nclx = nullptr;
    if (heif_image_handle_get_nclx_color_profile(handle, &nclx).code == heif_error_Ok && nclx) {
        const HeifColours owned(nclx);
        return primariesOf(nclx->color_primaries);
    }
    return QColorSpace(QColorSpace::SRgb);
}

} // namespace

Result<ImageHeader> readHeifHeader(const QString &file)
{
    const auto opened = openHeif(file);
    if (!opened)
        return failure(opened.error());
    const heif_image_handle *primary = opened->primary.get();
    ImageHeader header;
    header.size = {heif_image_handle_get_width(primary), heif_image_handle_get_height(primary)};
    header.pictures = heif_context_get_number_of_top_level_images(opened->context.get());
    header.depth = heif_image_handle_get_luma_bits_per_pixel(primary);
    header.alpha = heif_image_handle_has_alpha_channel(primary);
    header.turned = isTurned(file);
    header.metadata = heif_image_handle_get_number_of_metadata_blocks(primary, nullptr) > 0;
    header.lossy = true;
    return header;
}

Result<QImage> readHeif(const QString &file)
{
    const auto opened = openHeif(file);
    if (!opened)
        return failure(opened.error());
    const heif_image_handle *primary = opened->primary.get();
    const bool alpha = heif_image_handle_has_alpha_channel(primary);
    std::unique_ptr<heif_decoding_options, HeifRelease<heif_decoding_options, heif_decoding_options_free>>
        options(heif_decoding_options_alloc());
    options->convert_hdr_to_8bit = 1;
    heif_image *decoded = nullptr;
    if (const heif_error error = heif_decode_image(
            primary, &decoded, heif_colorspace_RGB,
            alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options.get());
        error.code != heif_error_Ok)
        return unreadable(file, error);
    const HeifPicture picture(decoded);
    int stride = 0;
    const uchar *pixels = heif_image_get_plane_readonly(decoded, heif_channel_interleaved, &stride);
    if (!pixels)
        return failure(ErrorKind::ImageUnreadable, {file});
    const auto format = !alpha ? QImage::Format_RGB888
                        : heif_image_handle_is_premultiplied_alpha(primary)
                            ? QImage::Format_RGBA8888_Premultiplied
                            : QImage::Format_RGBA8888;
    QImage image = QImage(pixels, heif_image_get_width(decoded, heif_channel_interleaved),
                          heif_image_get_height(decoded, heif_channel_interleaved), stride, format)
                       .convertToFormat(alpha ? QImage::Format_ARGB32 : QImage::Format_RGB32);
    if (image.isNull())
        return failure(ErrorKind::ImageUnreadable, {file});
    image.setColorSpace(coloursOf(primary));
    return image;
}

} // namespace retake
