#!/usr/bin/env python3
"""A small Monte-Carlo path tracer in plain Python: renders one frame of a turning ring of spheres to a PNG.

Diffuse and mirror surfaces, one spherical lamp (sampled directly) and a dusk sky. The same arguments give the
same image: the random numbers are seeded by the frame alone.
"""

import argparse
import math
import os
import random
import sys

from frames import frame_path, parse_frames
from png import write_png

DEPTH_MAX = 5           # segments of one light path
NEAR = 1e-4             # a ray does not hit what is nearer than this: the surface it starts from
DIFFUSE, MIRROR, LAMP = range(3)
HAZE = 320.0            # square of the distance over which the floor fades into the horizon
LAMP_LIGHT = (26.0, 21.0, 15.0)
RING = ((0.86, 0.20, 0.16), (0.93, 0.55, 0.13), (0.90, 0.80, 0.22), (0.25, 0.66, 0.30),
        (0.16, 0.55, 0.78), (0.30, 0.28, 0.72), (0.72, 0.26, 0.62))


def build_scene(turn):
    """Returns the spheres (x, y, z, radius, material, colour) and the lamp at `turn`, 0 to 1 of the loop."""
    spheres = [(0.0, 1.15, 0.0, 1.15, MIRROR, (0.93, 0.94, 0.96))]
    for number, colour in enumerate(RING):
        angle = 2.0 * math.pi * (number / len(RING) + turn)
        lift = abs(math.sin(2.0 * math.pi * (2.0 * turn + number / len(RING))))
        spheres.append((2.15 * math.cos(angle), 0.42 + 0.45 * lift, 2.15 * math.sin(angle), 0.42, DIFFUSE, colour))
    spheres.append((-2.9, 1.0, 3.6, 1.0, MIRROR, (0.95, 0.72, 0.45)))
    lamp = (2.6, 5.0, -2.4, 0.9, LAMP, LAMP_LIGHT)
    return spheres + [lamp], lamp


def nearest_hit(spheres, ox, oy, oz, dx, dy, dz):
    """Returns (distance, sphere) of what the ray meets first: sphere None is the floor, distance inf the sky."""
    nearest, hit = math.inf, None
    if dy < 0.0:
        to_floor = -oy / dy
        if to_floor > NEAR:
            nearest = to_floor
    for sphere in spheres:
        cx, cy, cz = sphere[0] - ox, sphere[1] - oy, sphere[2] - oz
        along = cx * dx + cy * dy + cz * dz
        inside = along * along - (cx * cx + cy * cy + cz * cz) + sphere[3] * sphere[3]
        if inside <= 0.0:
            continue
        root = math.sqrt(inside)
        distance = along - root
        if distance <= NEAR:
            distance = along + root
        if NEAR < distance < nearest:
            nearest, hit = distance, sphere
    return nearest, hit


def is_blocked(spheres, lamp, ox, oy, oz, dx, dy, dz, reach):
    """Whether a sphere other than the lamp stands within `reach` along the ray."""
    for sphere in spheres:
        if sphere is lamp:
            continue
        cx, cy, cz = sphere[0] - ox, sphere[1] - oy, sphere[2] - oz
        along = cx * dx + cy * dy + cz * dz
        if along <= 0.0 or along - sphere[3] > reach:
            continue
        if along * along - (cx * cx + cy * cy + cz * cz) + sphere[3] * sphere[3] > 0.0:
            return True
    return False


def sky(dy):
    """The light of the sky in a direction of height `dy`: warm at the horizon, deep blue above."""
    height = max(0.0, dy) ** 0.55
    return 0.80 - 0.72 * height, 0.50 - 0.36 * height, 0.42 - 0.10 * height


def floor_colour(x, z):
    light_tile = (math.floor(x * 0.8) + math.floor(z * 0.8)) & 1
    return (0.74, 0.72, 0.68) if light_tile else (0.20, 0.22, 0.27)


def tangents(nx, ny, nz):
    """Two unit vectors that stand at right angles to the given one and to each other."""
    if abs(nx) > 0.7:
        scale = 1.0 / math.sqrt(nx * nx + nz * nz)
        tx, ty, tz = nz * scale, 0.0, -nx * scale
    else:
        scale = 1.0 / math.sqrt(ny * ny + nz * nz)
        tx, ty, tz = 0.0, -nz * scale, ny * scale
    return tx, ty, tz, ny * tz - nz * ty, nz * tx - nx * tz, nx * ty - ny * tx


def around(ax, ay, az, cosine, turn):
    """The direction at an angle (by its cosine) to the axis, `turn` radians around it."""
    sine = math.sqrt(max(0.0, 1.0 - cosine * cosine))
    a, b = sine * math.cos(turn), sine * math.sin(turn)
    tx, ty, tz, bx, by, bz = tangents(ax, ay, az)
    return ax * cosine + tx * a + bx * b, ay * cosine + ty * a + by * b, az * cosine + tz * a + bz * b


def lamp_light(spheres, lamp, px, py, pz, nx, ny, nz, rng):
    """How much of the lamp a diffuse point sees (times its colour and the lamp's light), by one sample of its cone."""
    lx, ly, lz = lamp[0] - px, lamp[1] - py, lamp[2] - pz
    squared = lx * lx + ly * ly + lz * lz
    distance = math.sqrt(squared)
    widest = math.sqrt(max(0.0, 1.0 - lamp[3] * lamp[3] / squared))
    cosine = 1.0 - rng() * (1.0 - widest)
    dx, dy, dz = around(lx / distance, ly / distance, lz / distance, cosine, 2.0 * math.pi * rng())
    facing = nx * dx + ny * dy + nz * dz
    if facing <= 0.0 or is_blocked(spheres, lamp, px, py, pz, dx, dy, dz, distance - lamp[3]):
        return 0.0
    return facing * 2.0 * (1.0 - widest)


def trace(spheres, lamp, ox, oy, oz, dx, dy, dz, rng):
    """The light (red, green, blue) that comes along the ray to its origin."""
    red = green = blue = 0.0
    wr = wg = wb = 1.0
    lamp_counts = True      # after a diffuse surface it was sampled already; met by chance it would only be a speck
    for _ in range(DEPTH_MAX):
        distance, sphere = nearest_hit(spheres, ox, oy, oz, dx, dy, dz)
        if distance == math.inf:
            sr, sg, sb = sky(dy)
            return red + wr * sr, green + wg * sg, blue + wb * sb
        px, py, pz = ox + dx * distance, oy + dy * distance, oz + dz * distance
        if sphere is lamp:
            if lamp_counts:
                red, green, blue = red + wr * lamp[5][0], green + wg * lamp[5][1], blue + wb * lamp[5][2]
            return red, green, blue
        if sphere is None:
            nx, ny, nz, colour = 0.0, 1.0, 0.0, floor_colour(px, pz)
            clear = math.exp(-distance * distance / HAZE)
            hr, hg, hb = sky(0.0)
            hazy = 1.0 - clear
            red, green, blue = red + wr * hazy * hr, green + wg * hazy * hg, blue + wb * hazy * hb
            wr, wg, wb = wr * clear, wg * clear, wb * clear
        else:
            scale, colour = 1.0 / sphere[3], sphere[5]
            nx, ny, nz = (px - sphere[0]) * scale, (py - sphere[1]) * scale, (pz - sphere[2]) * scale
        wr, wg, wb = wr * colour[0], wg * colour[1], wb * colour[2]
        if sphere is not None and sphere[4] == MIRROR:
            twice = 2.0 * (dx * nx + dy * ny + dz * nz)
            dx, dy, dz = dx - twice * nx, dy - twice * ny, dz - twice * nz
        else:
            seen = lamp_light(spheres, lamp, px, py, pz, nx, ny, nz, rng)
            lr, lg, lb = lamp[5]
            red, green, blue = red + wr * seen * lr, green + wg * seen * lg, blue + wb * seen * lb
            dx, dy, dz = around(nx, ny, nz, math.sqrt(rng()), 2.0 * math.pi * rng())
            lamp_counts = False
        ox, oy, oz = px + nx * NEAR, py + ny * NEAR, pz + nz * NEAR
    return red, green, blue


def tone(value):
    """Maps light (0 and up) to a byte: a filmic shoulder, then gamma."""
    value = max(0.0, value * 0.72)
    mapped = value * (2.51 * value + 0.03) / (value * (2.43 * value + 0.59) + 0.14)
    return int(255.0 * min(1.0, mapped) ** (1.0 / 2.2) + 0.5)


class Camera:
    """Looks at the ring from in front and above; gives the ray through a point of the image."""

    def __init__(self, width, height):
        ex, ey, ez = 0.0, 3.0, -7.2
        length = math.sqrt(ex * ex + (ey - 0.95) ** 2 + ez * ez)
        self.eye = ex, ey, ez
        self.forward = -ex / length, (0.95 - ey) / length, -ez / length
        self.up = 0.0, self.forward[2], -self.forward[1]
        self.width, self.height, self.zoom = width, height, math.tan(math.radians(17.5))

    def direction(self, x, y):
        right = (2.0 * x - self.width) / self.height * self.zoom
        rise = (1.0 - 2.0 * y / self.height) * self.zoom
        dy = self.forward[1] + rise * self.up[1]
        dz = self.forward[2] + rise * self.up[2]
        scale = 1.0 / math.sqrt(right * right + dy * dy + dz * dz)
        return right * scale, dy * scale, dz * scale


def render_pixel(scene, camera, x, y, samples, rng):
    spheres, lamp = scene
    red = green = blue = 0.0
    for sample in range(samples):
        # Points spread evenly over the pixel, so that edges come out smooth with few of them.
        right = (sample * 0.7548776662 + 0.5) % 1.0
        down = (sample * 0.5698402910 + 0.5) % 1.0
        dx, dy, dz = camera.direction(x + right, y + down)
        r, g, b = trace(spheres, lamp, *camera.eye, dx, dy, dz, rng)
        red, green, blue = red + r, green + g, blue + b
    return tone(red / samples), tone(green / samples), tone(blue / samples)


def render(frame, turn, width, height, samples):
    scene, camera, rng = build_scene(turn), Camera(width, height), random.Random(frame).random
    pixels, told = bytearray(), -1
    for y in range(height):
        for x in range(width):
            pixels.extend(render_pixel(scene, camera, x, y, samples, rng))
        percent = 100 * (y + 1) // height
        if percent // 5 > told // 5:
            told = percent
            print("openjd_progress: {}".format(percent), flush=True)
    return bytes(pixels)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--frame", type=int, required=True, help="the frame to render")
    parser.add_argument("--frames", required=True, help="all frames of the loop, like 1-8")
    parser.add_argument("--width", type=int, default=224, help="in pixels")
    parser.add_argument("--height", type=int, default=126, help="in pixels")
    parser.add_argument("--samples", type=int, default=4, help="light paths per pixel")
    parser.add_argument("--output", required=True, help="the PNG to write; #### stands for the frame number")
    arguments = parser.parse_args()
    if min(arguments.width, arguments.height, arguments.samples) < 1:
        parser.error("--width, --height and --samples must be 1 or more")
    return arguments


def main():
    arguments = parse_arguments()
    frames = parse_frames(arguments.frames)
    if arguments.frame not in frames:
        raise ValueError("frame {} is not one of the frames {}".format(arguments.frame, arguments.frames))
    output = os.path.abspath(frame_path(arguments.output, arguments.frame))
    os.makedirs(os.path.dirname(output), exist_ok=True)
    print("openjd_status: Rendering frame {} at {}x{}, {} samples".format(
        arguments.frame, arguments.width, arguments.height, arguments.samples), flush=True)
    turn = frames.index(arguments.frame) / len(frames)
    pixels = render(arguments.frame, turn, arguments.width, arguments.height, arguments.samples)
    write_png(output, arguments.width, arguments.height, pixels)
    print("openjd_status: Frame {} is done".format(arguments.frame))
    print("RENDERACRE_ARTIFACT={}".format(output), flush=True)


if __name__ == "__main__":
    try:
        main()
    except (OSError, ValueError) as problem:
        sys.exit("path_tracer: {}".format(problem))
