using System.Globalization;
using Renderacre.Python.Interop;

namespace Renderacre.Python.Objects;

/// <summary>Lists and tuples of str.</summary>
internal static class TextItems
{
    /// <summary>The texts.</summary>
    /// <param name="item">The list or tuple, borrowed.</param>
    /// <param name="what">What it is, for messages.</param>
    /// <exception cref="ArgumentTypeException">It is neither, or an item is no str.</exception>
    public static IReadOnlyList<string> Read(nint item, string what)
    {
        var items = Items.Of(item, what, "str");
        var texts = new List<string>();
        for (nint i = 0; i < items.Count; i++)
        {
            if (ObjectKinds.Of(items[i]) != ObjectKind.Text)
            {
                throw new ArgumentTypeException(string.Create(
                    CultureInfo.InvariantCulture, $"{what}[{i}]: str is wanted, not {ObjectKinds.NameOf(items[i])}"));
            }

            texts.Add(TextObject.Read(items[i]));
        }

        return texts;
    }
}
