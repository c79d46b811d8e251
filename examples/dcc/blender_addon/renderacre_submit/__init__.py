"""Renders the open scene on a Renderacre farm: a panel in the render properties."""

import os

import bpy

from . import farm

bl_info = {
    "name": "Submit to Renderacre",
    "author": "Renderacre contributors",
    "version": (1, 0, 0),
    "blender": (2, 93, 0),
    "location": "Properties > Render > Renderacre",
    "description": "Renders the open scene on a Renderacre farm",
    "category": "Render",
}

REDRAW_SECONDS = 0.5

watch = None
"""The job that was submitted last, or None."""


class RenderacreSettings(bpy.types.PropertyGroup):
    """What a submission needs; kept with the scene."""

    controller: bpy.props.StringProperty(
        name="Controller", description="The farm's address", default="http://127.0.0.1:7878")
    frames: bpy.props.StringProperty(
        name="Frames", description="Like 1-100 or 1-99:2; the scene's range where it is empty")
    chunk_size: bpy.props.IntProperty(
        name="Frames per task", description="More save the loading of the scene", default=5, min=1)
    output: bpy.props.StringProperty(
        name="Output", description="The folder that the frames go to", subtype="DIR_PATH", default="//frames")
    priority: bpy.props.IntProperty(name="Priority", description="Higher goes first")


class RENDERACRE_OT_submit(bpy.types.Operator):
    """Submit the saved scene to the farm"""

    bl_idname = "renderacre.submit"
    bl_label = "Submit"

    def execute(self, context):
        global watch
        if not bpy.data.filepath or bpy.data.is_dirty:
            self.report({"ERROR"}, "Save the scene first: the farm renders the file")
            return {"CANCELLED"}
        try:
            watch = farm.Watch(context.scene.renderacre.controller, make_job(context.scene))
        except (ValueError, RuntimeError) as problem:
            self.report({"ERROR"}, str(problem))
            return {"CANCELLED"}
        if not bpy.app.background:
            bpy.app.timers.register(redraw, first_interval=REDRAW_SECONDS)
        self.report({"INFO"}, "Submitted as job {}".format(watch.job.id))
        return {"FINISHED"}


class RENDERACRE_OT_cancel(bpy.types.Operator):
    """Cancel the job that was submitted last"""

    bl_idname = "renderacre.cancel"
    bl_label = "Cancel the job"

    @classmethod
    def poll(cls, context):
        return watch is not None and watch.is_running

    def execute(self, context):
        try:
            watch.cancel()
        except RuntimeError as problem:
            self.report({"ERROR"}, str(problem))
            return {"CANCELLED"}
        return {"FINISHED"}


class RENDERACRE_PT_panel(bpy.types.Panel):
    """The panel in the render properties"""

    bl_label = "Renderacre"
    bl_space_type = "PROPERTIES"
    bl_region_type = "WINDOW"
    bl_context = "render"

    def draw(self, context):
        layout = self.layout
        layout.use_property_split = True
        for name in ("controller", "frames", "chunk_size", "output", "priority"):
            layout.prop(context.scene.renderacre, name)
        layout.operator(RENDERACRE_OT_submit.bl_idname)
        if watch is not None:
            layout.label(text=watch.text)
            layout.operator(RENDERACRE_OT_cancel.bl_idname)


def make_job(scene):
    """Returns the submission of the open file."""
    settings = scene.renderacre
    return farm.make_job(
        name=os.path.splitext(os.path.basename(bpy.data.filepath))[0],
        scene=bpy.data.filepath,
        frames=settings.frames or "{}-{}".format(scene.frame_start, scene.frame_end),
        chunk_size=settings.chunk_size,
        output=os.path.abspath(bpy.path.abspath(settings.output)),
        priority=settings.priority)


def redraw():
    """Shows the job's progress, again and again until it has ended."""
    for window in bpy.context.window_manager.windows:
        for area in window.screen.areas:
            if area.type == "PROPERTIES":
                area.tag_redraw()
    return REDRAW_SECONDS if watch is not None and watch.is_running else None


CLASSES = (RenderacreSettings, RENDERACRE_OT_submit, RENDERACRE_OT_cancel, RENDERACRE_PT_panel)


def register():
    for one in CLASSES:
        bpy.utils.register_class(one)
    bpy.types.Scene.renderacre = bpy.props.PointerProperty(type=RenderacreSettings)


def unregister():
    if bpy.app.timers.is_registered(redraw):
        bpy.app.timers.unregister(redraw)
    del bpy.types.Scene.renderacre
    for one in reversed(CLASSES):
        bpy.utils.unregister_class(one)
