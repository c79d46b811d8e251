using System.IO.Compression;
using System.Text;

namespace Renderacre.Python.Tests.Wheels;

/// <summary>The wheel under test, which <c>./dev wheel</c> has made.</summary>
public sealed class Wheel
{
    private const string Variable = "RENDERACRE_WHEEL";

    private Wheel(string path) => Path = path;

    public string Path { get; }

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The parts of the name: distribution, version, Python tag, ABI tag, platform tag.</summary>
    public string[] NameParts => System.IO.Path.GetFileNameWithoutExtension(Path).Split('-');

    /// <summary>The folder of the metadata.</summary>
    public string Info => $"{NameParts[0]}-{NameParts[1]}.dist-info";

    /// <summary>The wheel in RENDERACRE_WHEEL; without it the test is skipped at home and fails in CI.</summary>
    public static Wheel Need()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path)
            return new Wheel(System.IO.Path.GetFullPath(path));
        const string Message = $"{Variable} is not set: ./dev test Python builds the wheel and sets it";
        if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 })
            Assert.Fail(Message);
        Assert.Skip(Message);
        throw new InvalidOperationException("a skipped test went on");
    }

    /// <summary>The files in it: name and content.</summary>
    public IReadOnlyDictionary<string, byte[]> Files()
    {
        using var archive = ZipFile.OpenRead(Path);
        return archive.Entries.ToDictionary(entry => entry.FullName, Read);
    }

    /// <summary>A file's text.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Files()[name]);

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
