namespace Renderacre.Python.Tests.Pythons;

/// <summary>A folder that is gone at the end.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("renderacre-python-").FullName;

    /// <summary>A path in it.</summary>
    public string PathOf(params string[] parts) => System.IO.Path.Combine([Path, .. parts]);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
