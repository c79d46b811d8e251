using Microsoft.Extensions.Time.Testing;
using Renderacre.Contracts.Jobs;
using Renderacre.Worker.Artifacts;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Artifacts;

public sealed class ArtifactCollectorTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    [Fact]
    public void Files_that_the_output_names_are_artifacts_once_each_and_missing_ones_are_not()
    {
        using var folder = new TempFolder();
        folder.Write("a.png", "1234");
        var collector = new ArtifactCollector(folder.Path, [], _time);
        foreach (var name in new[] { "a.png", folder.PathOf("a.png"), "none.png", "" })
            collector.Look(System.Text.Encoding.UTF8.GetBytes($"RENDERACRE_ARTIFACT={name}"));
        collector.Look("not RENDERACRE_ARTIFACT=b"u8);

        var artifact = Assert.Single(collector.Collect());
        Assert.Equal(("a.png", folder.PathOf("a.png"), 4L, ArtifactKind.Image),
            (artifact.Name, artifact.Path, artifact.SizeBytes, artifact.Kind));
    }

    [Fact]
    public void Files_below_a_path_count_where_they_changed_during_the_task()
    {
        using var folder = new TempFolder();
        var old = folder.Write("out/old.txt", "");
        File.SetLastWriteTimeUtc(old, _time.GetUtcNow().UtcDateTime.AddHours(-1));
        var collector = new ArtifactCollector(folder.Path, ["out", "single.blend", "absent"], _time);
        foreach (var name in new[] { "out/deep/new.txt", "single.blend" })
            File.SetLastWriteTimeUtc(folder.Write(name, "x"), _time.GetUtcNow().UtcDateTime.AddSeconds(1));

        Assert.Equal(
            [("new.txt", ArtifactKind.Log), ("single.blend", ArtifactKind.Scene)],
            collector.Collect().Select(artifact => (artifact.Name, artifact.Kind)));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_not_followed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TempFolder();
        using var other = new TempFolder();
        File.SetLastWriteTimeUtc(other.Write("secret.txt", "x"), _time.GetUtcNow().UtcDateTime.AddSeconds(1));
        Directory.CreateDirectory(folder.PathOf("out"));
        Directory.CreateSymbolicLink(folder.PathOf("out/link"), other.Path);

        Assert.Empty(new ArtifactCollector(folder.Path, ["out"], _time).Collect());
    }

    [Fact]
    public void A_task_cannot_name_more_than_a_thousand()
    {
        using var folder = new TempFolder();
        var collector = new ArtifactCollector(folder.Path, [], _time);
        for (var number = 0; number < 1200; number++)
        {
            folder.Write($"{number}.txt", "");
            collector.Look(System.Text.Encoding.UTF8.GetBytes($"RENDERACRE_ARTIFACT={number}.txt"));
        }

        Assert.Equal(1000, collector.Collect().Count);
    }
}
