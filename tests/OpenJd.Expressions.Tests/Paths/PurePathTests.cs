using OpenJd.Expressions.Paths;

namespace OpenJd.Expressions.Tests.Paths;

public sealed class PurePathTests
{
    [Theory]
    [InlineData(PathFormat.Posix, "", ".", ".", "", "", false)]
    [InlineData(PathFormat.Posix, ".", ".", ".", "", "", false)]
    [InlineData(PathFormat.Posix, "/", "/", "/", "", "/", true)]
    [InlineData(PathFormat.Posix, "//", "//", "//", "", "//", true)]
    [InlineData(PathFormat.Posix, "///x", "/x", "/", "x", "/|x", true)]
    [InlineData(PathFormat.Posix, "//x/y", "//x/y", "//x", "y", "//|x|y", true)]
    [InlineData(PathFormat.Posix, "a", "a", ".", "a", "a", false)]
    [InlineData(PathFormat.Posix, "/a//b/./c/", "/a/b/c", "/a/b", "c", "/|a|b|c", true)]
    [InlineData(PathFormat.Posix, "a/..", "a/..", "a", "..", "a|..", false)]
    [InlineData(PathFormat.Posix, "./a", "a", ".", "a", "a", false)]
    [InlineData(PathFormat.Posix, @"\\srv\x", @"\\srv\x", ".", @"\\srv\x", @"\\srv\x", false)]
    [InlineData(PathFormat.Posix, "C:/x", "C:/x", "C:", "x", "C:|x", false)]
    [InlineData(PathFormat.Posix, "1x://n", "1x:/n", "1x:", "n", "1x:|n", false)]
    [InlineData(PathFormat.Windows, "", ".", ".", "", "", false)]
    [InlineData(PathFormat.Windows, "C:", "C:", "C:", "", "C:", false)]
    [InlineData(PathFormat.Windows, @"C:\", @"C:\", @"C:\", "", @"C:\", true)]
    [InlineData(PathFormat.Windows, "c:/a/b.tar.gz", @"c:\a\b.tar.gz", @"c:\a", "b.tar.gz", @"c:\|a|b.tar.gz", true)]
    [InlineData(PathFormat.Windows, "C:rel", "C:rel", "C:", "rel", "C:|rel", false)]
    [InlineData(PathFormat.Windows, @"\rooted\x", @"\rooted\x", @"\rooted", "x", @"\|rooted|x", false)]
    [InlineData(PathFormat.Windows, @"\\srv\share", @"\\srv\share\", @"\\srv\share\", "", @"\\srv\share\", true)]
    [InlineData(PathFormat.Windows, "//srv/share/x", @"\\srv\share\x", @"\\srv\share\", "x", @"\\srv\share\|x", true)]
    [InlineData(PathFormat.Windows, @"\\s\h\d\f", @"\\s\h\d\f", @"\\s\h\d", "f", @"\\s\h\|d|f", true)]
    [InlineData(PathFormat.Windows, @"\\?\UNC\s\h\f", @"\\?\UNC\s\h\f", @"\\?\UNC\s\h\", "f", @"\\?\UNC\s\h\|f", true)]
    [InlineData(PathFormat.Windows, @"\\.\COM1", @"\\.\COM1", @"\\.\COM1", "", @"\\.\COM1", false)]
    [InlineData(PathFormat.Windows, @"a/b\c", @"a\b\c", @"a\b", "c", "a|b|c", false)]
    [InlineData(PathFormat.Windows, "./c:x", @".\c:x", ".", "c:x", "c:x", false)]
    [InlineData(PathFormat.Windows, @"a\", "a", ".", "a", "a", false)]
    [InlineData(PathFormat.Posix, "s3://b", "s3://b", "s3://b", "", "s3://b", true)]
    [InlineData(PathFormat.Windows, "s3://b/d/f.x", "s3://b/d/f.x", "s3://b/d", "f.x", "s3://b|d|f.x", true)]
    [InlineData(PathFormat.Posix, "s3://b/a//./c/", "s3://b/a//./c/", "s3://b/a//./c", "", "s3://b|a||.|c|", true)]
    [InlineData(PathFormat.Posix, "file:///x/y", "file:///x/y", "file:///x", "y", "file://|x|y", true)]
    [InlineData(PathFormat.Posix, "S3+x.y-z://h/p", "S3+x.y-z://h/p", "S3+x.y-z://h", "p", "S3+x.y-z://h|p", true)]
    public void Paths_are_taken_apart(
        PathFormat format, string text, string path, string parent, string name, string parts, bool isAbsolute)
    {
        Assert.Equal(path, PurePath.Normalize(text, format));
        Assert.Equal(parent, PurePath.Parent(path, format));
        if (text != "./c:x") Assert.Equal(name, PurePath.Name(path, format));
        if (text != "./c:x") Assert.Equal(parts, string.Join('|', PurePath.Parts(path, format)));
        Assert.Equal(isAbsolute, PurePath.IsAbsolute(path, format));
        Assert.Equal(path, PurePath.Normalize(path, format));
    }

    [Theory]
    [InlineData(PathFormat.Posix, "/a", "b", "/a/b")]
    [InlineData(PathFormat.Posix, "/a", "/b", "/b")]
    [InlineData(PathFormat.Posix, "/a", "", "/a")]
    [InlineData(PathFormat.Posix, "/a", "x/", "/a/x")]
    [InlineData(PathFormat.Posix, "/a", ".", "/a")]
    [InlineData(PathFormat.Posix, "/a", "../c", "/a/../c")]
    [InlineData(PathFormat.Posix, "/a", @"b\c", @"/a/b\c")]
    [InlineData(PathFormat.Posix, ".", "b", "b")]
    [InlineData(PathFormat.Posix, ".", "", ".")]
    [InlineData(PathFormat.Posix, "/", "b", "/b")]
    [InlineData(PathFormat.Windows, @"C:\a", "b", @"C:\a\b")]
    [InlineData(PathFormat.Windows, @"C:\a", @"\b", @"C:\b")]
    [InlineData(PathFormat.Windows, @"C:\a", "C:y", @"C:\a\y")]
    [InlineData(PathFormat.Windows, @"C:\a", "D:y", "D:y")]
    [InlineData(PathFormat.Windows, @"C:\a", @"\\h\s\z", @"\\h\s\z")]
    [InlineData(PathFormat.Windows, "c:a", "C:y", @"C:a\y")]
    [InlineData(PathFormat.Windows, "C:", "b", "C:b")]
    [InlineData(PathFormat.Windows, "a", "x/y", @"a\x\y")]
    [InlineData(PathFormat.Windows, @"\\srv\share\d", @"\b", @"\\srv\share\b")]
    [InlineData(PathFormat.Windows, @"\x", "C:y", "C:y")]
    [InlineData(PathFormat.Windows, "s3://b/d/", @"x\y", "s3://b/d/x/y")]
    [InlineData(PathFormat.Posix, "s3://b", "x", "s3://b/x")]
    [InlineData(PathFormat.Posix, "s3://b/", "x", "s3://b/x")]
    [InlineData(PathFormat.Posix, "s3://b/a", "..", "s3://b/a/..")]
    [InlineData(PathFormat.Posix, "s3://b/a", "", "s3://b/a/")]
    [InlineData(PathFormat.Posix, "s3://b/a", ".", "s3://b/a")]
    [InlineData(PathFormat.Posix, "s3://b/a", "x//y/", "s3://b/a/x//y/")]
    [InlineData(PathFormat.Posix, "s3://b/a", "/x", "/x")]
    [InlineData(PathFormat.Posix, "/a", "s3://b/x", "s3://b/x")]
    public void Children_are_joined(PathFormat format, string path, string child, string joined) =>
        Assert.Equal(joined, PurePath.Join(path, child, format));

    [Theory]
    [InlineData(PathFormat.Posix, "", ".")]
    [InlineData(PathFormat.Posix, "|", ".")]
    [InlineData(PathFormat.Posix, "a|b/|c", "a/b/c")]
    [InlineData(PathFormat.Posix, "a|/b", "/b")]
    [InlineData(PathFormat.Posix, "s3://b|a||.|c", "s3://b/a//./c")]
    [InlineData(PathFormat.Posix, "x|s3://b|a", "s3://b/a")]
    [InlineData(PathFormat.Posix, "s3://b|/a", "/a")]
    [InlineData(PathFormat.Windows, @"C:\|\\srv\share\d\f.x", @"\\srv\share\d\f.x")]
    [InlineData(PathFormat.Windows, "C:|a|b", @"C:a\b")]
    [InlineData(PathFormat.Windows, "s3://b|a", "s3://b/a")]
    public void Parts_make_a_path(PathFormat format, string parts, string path) =>
        Assert.Equal(path, PurePath.Normalize(
            parts.Split('|').Aggregate("", (built, part) => PurePath.Extend(built, part, format)), format));

    [Theory]
    [InlineData(PathFormat.Posix, "/a/b/c", "/a", "b/c")]
    [InlineData(PathFormat.Posix, "/a/b", "/a/b", ".")]
    [InlineData(PathFormat.Posix, "/ab", "/a", null)]
    [InlineData(PathFormat.Posix, "a", ".", "a")]
    [InlineData(PathFormat.Posix, "/a", ".", null)]
    [InlineData(PathFormat.Posix, "/A/b", "/a", null)]
    [InlineData(PathFormat.Windows, @"C:\A\b", @"c:\a", "b")]
    [InlineData(PathFormat.Windows, @"C:\a", "C:", null)]
    [InlineData(PathFormat.Posix, "s3://b/x/y", "s3://b/x", "y")]
    [InlineData(PathFormat.Posix, "s3://b/x/y", "s3://b/x/", "y")]
    [InlineData(PathFormat.Posix, "s3://b/xy", "s3://b/x", null)]
    [InlineData(PathFormat.Posix, "s3://b/x", "s3://b/x/", null)]
    [InlineData(PathFormat.Posix, "s3://b/x", "s3://b/x", ".")]
    [InlineData(PathFormat.Posix, "s3://b/x", "/a", null)]
    [InlineData(PathFormat.Posix, "/a", "s3://b", null)]
    [InlineData(PathFormat.Windows, "s3://b/x/y", "s3://b", @"x\y")]
    public void A_path_beneath_another_one_has_a_rest(PathFormat format, string path, string other, string? rest) =>
        Assert.Equal(rest, PurePath.RelativeTo(path, other, format));

    [Theory]
    [InlineData("a.tar.gz", "a.tar", ".gz", ".tar|.gz")]
    [InlineData("a", "a", "", "")]
    [InlineData(".hidden", ".hidden", "", "")]
    [InlineData(".hidden.txt", ".hidden", ".txt", ".txt")]
    [InlineData("a.", "a.", "", "")]
    [InlineData("..", "..", "", "")]
    [InlineData("..foo", ".", ".foo", "")]
    [InlineData("a..b", "a.", ".b", ".|.b")]
    [InlineData("", "", "", "")]
    public void Names_have_a_stem_and_suffixes(string name, string stem, string suffix, string suffixes)
    {
        Assert.Equal(stem, FileName.Stem(name));
        Assert.Equal(suffix, FileName.Suffix(name));
        Assert.Equal(suffixes, string.Join('|', FileName.Suffixes(name)));
    }

    [Theory]
    [InlineData("file_003.exr", 72, "file_072.exr")]
    [InlineData("file_%d.exr", 72, "file_72.exr")]
    [InlineData("file_%04d.exr", 72, "file_0072.exr")]
    [InlineData("file_####.exr", 72, "file_0072.exr")]
    [InlineData("file_###.exr", 10000, "file_10000.exr")]
    [InlineData("render.0001.exr", 2, "render.0002.exr")]
    [InlineData("file_003.exr", -1, "file_-01.exr")]
    [InlineData("file_%04d.exr", -1, "file_-001.exr")]
    [InlineData("#.exr", -5, "-5.exr")]
    [InlineData("abc", 72, "abc_0072")]
    [InlineData("abc", -72, "abc_-072")]
    [InlineData("a_##_b.exr", 7, "a_07_b.exr")]
    [InlineData("a_%05d.beauty.exr", 7, "a_00007.beauty.exr")]
    [InlineData("a_001_b", 7, "a_007_b")]
    [InlineData("x###y###.exr", 0, "x###y000.exr")]
    [InlineData("a%02d_1", 7, "a%02d_7")]
    [InlineData("%4d.exr", 7, "%4d_0007.exr")]
    [InlineData("%%04d.exr", 5, "%0005.exr")]
    [InlineData("%00d", 5, "5")]
    [InlineData(".0001", long.MinValue, ".-9223372036854775808")]
    public void Numbers_take_the_place_of_the_last_pattern(string name, long number, string numbered) =>
        Assert.Equal(numbered, NumberedName.With(name, number));

    [Fact]
    public void Patterns_are_32_wide_at_most()
    {
        Assert.Equal(new string('0', 31) + "5", NumberedName.With(new string('#', 32), 5));
        Assert.Null(NumberedName.With(new string('#', 33), 5));
        Assert.Null(NumberedName.With("%033d", 5));
        Assert.Null(NumberedName.With("%099999999999d", 5));
        Assert.Null(NumberedName.With(new string('1', 33), 5));
    }
}
