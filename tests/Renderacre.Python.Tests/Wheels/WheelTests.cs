using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Renderacre.EndToEnd.Farms;
using Renderacre.Python.Tests.Pythons;

namespace Renderacre.Python.Tests.Wheels;

/// <summary>The wheel is what its name, its record and its metadata say.</summary>
public sealed partial class WheelTests
{
    private const long BytesMax = 8_000_000;

    private static readonly string[] Licenses = ["LICENSE-MIT", "LICENSE-APACHE", "THIRD-PARTY-NOTICES.txt"];

    [Fact]
    public void Its_name_says_the_repositorys_version_and_every_Python_from_3_7_on()
    {
        var wheel = Wheel.Need();
        var version = XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value;

        Assert.Equal(["renderacre", version, "cp37", "abi3"], wheel.NameParts[..4]);
        Assert.Contains($"Tag: {string.Join('-', wheel.NameParts[2..])}\n", wheel.Text($"{wheel.Info}/WHEEL"));
        Assert.Contains($"__version__ = \"{version}\"", wheel.Text("renderacre/_version.py"));
    }

    [Fact]
    public void Its_record_lists_every_file_with_its_hash_and_size()
    {
        var wheel = Wheel.Need();
        var record = $"{wheel.Info}/RECORD";

        var expected = wheel.Files().Select(file => file.Key == record
            ? $"{record},,"
            : $"{file.Key},sha256={Base64Url.EncodeToString(SHA256.HashData(file.Value))},{file.Value.Length}");

        Assert.Equal(expected.Order(), wheel.Text(record).TrimEnd('\n').Split('\n').Order());
    }

    [Fact]
    public void It_has_the_types_the_licences_and_whole_metadata()
    {
        var wheel = Wheel.Need();
        var files = wheel.Files();

        Assert.All(["py.typed", "_native.pyi", "client.py"], name => Assert.Contains($"renderacre/{name}", files.Keys));
        Assert.All(Licenses, name => Assert.Contains($"{wheel.Info}/licenses/{name}", files.Keys));
        var metadata = wheel.Text($"{wheel.Info}/METADATA");
        string[] fields =
        [
            "Metadata-Version: 2.1", "Name: renderacre", "Requires-Python: >=3.7", "License: MIT OR Apache-2.0",
            "Description-Content-Type: text/markdown; charset=UTF-8", "Typing :: Typed", "License-File: LICENSE-MIT",
        ];
        Assert.All(fields, field => Assert.Contains(field, metadata));
        Assert.Contains("# renderacre for Python", metadata.Split("\n\n", 2)[1]);
        Assert.DoesNotContain("Requires-Dist", metadata);
    }

    [Fact]
    public void It_is_small() => Assert.InRange(new FileInfo(Wheel.Need().Path).Length, 1, BytesMax);

    [Fact]
    public async Task Its_library_runs_with_the_glibc_that_its_tag_promises()
    {
        var wheel = Wheel.Need();
        var tag = ManyLinux().Match(wheel.NameParts[4]);
        Assert.SkipUnless(tag.Success, "only Linux has glibc");
        Tool.Need("objdump");
        using var folder = new TempFolder();
        var library = folder.PathOf("library.so");
        await File.WriteAllBytesAsync(
            library, wheel.Files()["renderacre/_native.abi3.so"], TestContext.Current.CancellationToken);

        var symbols = await Command.OutputOfAsync("objdump", "-T", library);

        var needed = GlibcVersion().Matches(symbols).Select(match => Version.Parse(match.Groups[1].Value)).ToList();
        Assert.NotEmpty(needed);
        Assert.All(needed, version => Assert.True(version <= Version.Parse(tag.Groups[1].Value.Replace('_', '.')),
            $"it needs glibc {version}"));
        // Not one function of Python's is linked: they are looked up in the process, so no libpython is needed.
        Assert.DoesNotContain(symbols.Split('\n'), line => line.Contains("*UND*") && line.Contains(" Py"));
    }

    [Fact]
    public async Task The_sdist_builds_of_itself_alone()
    {
        var wheel = Wheel.Need();
        var sdist = Path.Combine(Path.GetDirectoryName(wheel.Path)!, $"renderacre-{wheel.NameParts[1]}.tar.gz");
        using var folder = new TempFolder();
        await Command.OutputOfAsync("tar", "-xzf", sdist, "-C", folder.Path);
        var root = folder.PathOf($"renderacre-{wheel.NameParts[1]}");

        // What the backend names is there; that it compiles costs minutes, and the same files have been compiled.
        var output = await Command.OutputOfAsync(
            "python3", "-c",
            "import sys; sys.path.insert(0, sys.argv[1] + '/backend'); import layout, metadata\n"
            + "assert all((layout.SOURCES / name).exists() for name in layout.BUILD_FILES + layout.PROJECTS)\n"
            + "assert all(path.exists() for _, path in layout.license_files())\n"
            + "print(metadata.text() == open(sys.argv[1] + '/PKG-INFO', encoding='utf-8').read(), layout.version())",
            root);

        Assert.Equal($"True {wheel.NameParts[1]}", output);
    }

    [GeneratedRegex(@"^manylinux_(\d+_\d+)_")]
    private static partial Regex ManyLinux();

    [GeneratedRegex(@"GLIBC_(\d+(?:\.\d+)+)")]
    private static partial Regex GlibcVersion();
}
